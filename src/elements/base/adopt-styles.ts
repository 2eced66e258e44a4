/** One sheet for each text, however many elements show it. */
const sheets = new Map<string, CSSStyleSheet>();

/** Gives a shadow root its styles. Constructed sheets are no inline styles: a strict content security policy allows them. */
export function adoptStyles(root: ShadowRoot, texts: readonly {toString(): string}[]): void {
  root.adoptedStyleSheets = texts.map((style) => {
    const text = String(style);
    let sheet = sheets.get(text);
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      sheets.set(text, sheet);
    }
    return sheet;
  });
}
