import ts from 'typescript';

/** One place where a file names another module. */
export interface ImportRecord {
  /** What it names; null for a dynamic import that names nothing a reader can see. */
  readonly specifier: string | null;
  readonly line: number;
  /** Whether it is gone after compiling. */
  readonly typeOnly: boolean;
}

/** A string literal of a file, for rules about what may not be named. */
export interface LiteralRecord {
  readonly text: string;
  readonly line: number;
}

/** What a file imports and which strings it holds. */
export interface FileReading {
  readonly imports: readonly ImportRecord[];
  readonly literals: readonly LiteralRecord[];
}

function textOf(node: ts.Node | undefined): string | null {
  return node !== undefined && ts.isStringLiteralLike(node) ? node.text : null;
}

function isTypeOnlyImport(node: ts.ImportDeclaration): boolean {
  const { importClause } = node;
  if (importClause === undefined) return false;
  if (importClause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const { namedBindings, name } = importClause;
  const named = namedBindings !== undefined && ts.isNamedImports(namedBindings) ? namedBindings.elements : [];
  return name === undefined && named.length > 0 && named.every(({ isTypeOnly }) => isTypeOnly);
}

/** What `node` imports, when it is an import of any kind. */
function importOf(node: ts.Node): Omit<ImportRecord, 'line'> | undefined {
  if (ts.isImportDeclaration(node)) return { specifier: textOf(node.moduleSpecifier), typeOnly: isTypeOnlyImport(node) };
  if (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined) {
    return { specifier: textOf(node.moduleSpecifier), typeOnly: node.isTypeOnly };
  }
  if (ts.isImportTypeNode(node)) {
    const literal = ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined;
    return { specifier: textOf(literal), typeOnly: true };
  }
  const isImportCall = ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword;
  return isImportCall ? { specifier: textOf(node.arguments[0]), typeOnly: false } : undefined;
}

function literalOf(node: ts.Node): string | undefined {
  const isTemplatePart = ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node);
  return ts.isStringLiteralLike(node) || isTemplatePart ? node.text : undefined;
}

/** Reads every import, re-export, dynamic import and string of one TypeScript file. */
export function readImports(text: string): FileReading {
  const source = ts.createSourceFile('file.ts', text, ts.ScriptTarget.Latest, true);
  const imports: ImportRecord[] = [];
  const literals: LiteralRecord[] = [];
  const visit = (node: ts.Node): void => {
    const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
    const found = importOf(node);
    if (found !== undefined) imports.push({ ...found, line });
    const literal = literalOf(node);
    if (literal !== undefined) literals.push({ text: literal, line });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { imports, literals };
}
