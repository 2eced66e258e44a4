/** Reads the import statements of a TypeScript or JavaScript source. */
import {posix} from 'node:path';
import ts from 'typescript';

export interface Import {
  /** A path from the project's root, or the name of a package, without what follows it. */
  readonly target: string;
  readonly isPackage: boolean;
  /** Erased by the compiler: nothing of it is loaded. */
  readonly isType: boolean;
  /** `import('…')`: loaded when it is asked for. */
  readonly isDynamic: boolean;
  /** From 1. */
  readonly line: number;
}

/** `hono/html` is the package `hono`, `@lit/react/x` the package `@lit/react`. */
function packageOf(specifier: string): string {
  const [first = '', second] = specifier.split('/');
  return first.startsWith('@') && second ? `${first}/${second}` : first;
}

/** What stands between the quotes; undefined where it is only known when it runs, and so cannot be ours. */
function literal(node: ts.Node | undefined): string | undefined {
  if (!node) return undefined;
  if (ts.isLiteralTypeNode(node)) return literal(node.literal);
  return ts.isStringLiteralLike(node) ? node.text : undefined;
}

function specifierOf(node: ts.Node): {specifier: string | undefined; isType: boolean} | undefined {
  if (ts.isImportDeclaration(node)) {
    const isType = node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
    return {specifier: literal(node.moduleSpecifier), isType};
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier)
    return {specifier: literal(node.moduleSpecifier), isType: node.isTypeOnly};
  if (ts.isImportTypeNode(node)) return {specifier: literal(node.argument), isType: true};
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
    return {specifier: literal(node.arguments[0]), isType: false};
  return undefined;
}

export function parse(path: string, text: string): ts.SourceFile {
  return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
}

/** Every node below, in the order of the source. */
export function* walk(node: ts.Node): Generator<ts.Node> {
  yield node;
  for (const child of node.getChildren()) yield* walk(child);
}

export const lineOf = (source: ts.SourceFile, node: ts.Node): number =>
  source.getLineAndCharacterOfPosition(node.getStart()).line + 1;

/** Static, dynamic and re-exporting imports, and those of types. `source.fileName` is a path from the root. */
export function importsOf(source: ts.SourceFile): Import[] {
  const imports: Import[] = [];
  for (const node of walk(source)) {
    const found = specifierOf(node);
    if (!found?.specifier) continue;
    const {specifier, isType} = found;
    const isPackage = !specifier.startsWith('.');
    const target = isPackage ? packageOf(specifier) : posix.join(posix.dirname(source.fileName), specifier);
    const isDynamic = ts.isCallExpression(node);
    imports.push({target, isPackage, isType, isDynamic, line: lineOf(source, node)});
  }
  return imports;
}
