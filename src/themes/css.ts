/** Marks a text as a style sheet: for the build, which minifies it, and for editors. */
export const css = String.raw;
