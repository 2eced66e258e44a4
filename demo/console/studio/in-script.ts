/** JSON as it may stand in a script element: nothing in it can end the element (HTML Standard, 4.12.1.3). */
export const inScript = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');
