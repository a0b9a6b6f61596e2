import ts from 'typescript';

/** A function and how many lines it takes, its comment not counted. */
export interface FunctionSize {
  readonly name: string;
  readonly line: number;
  readonly lines: number;
}

/** How long a file and each of its functions are. */
export interface FileSize {
  readonly lines: number;
  readonly functions: readonly FunctionSize[];
}

/** A `describe` is a chapter of a test file, not a function. */
function isChapter(node: ts.Node): boolean {
  const call = node.parent;
  return ts.isCallExpression(call) && /^(describe|suite)(\.|$)/.test(call.expression.getText());
}

function nameOf(node: ts.FunctionLikeDeclaration): string {
  if (node.name !== undefined) return node.name.getText();
  const { parent } = node;
  const isNamed = ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent) || ts.isPropertyDeclaration(parent);
  return isNamed ? parent.name.getText() : 'anonymous';
}

function measureFunctions(source: ts.SourceFile): FunctionSize[] {
  const lineAt = (position: number): number => source.getLineAndCharacterOfPosition(position).line + 1;
  const sizes: FunctionSize[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body !== undefined && !isChapter(node)) {
      const line = lineAt(node.getStart(source));
      sizes.push({ name: nameOf(node), line, lines: lineAt(node.end) - line + 1 });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return sizes;
}

/** Measures one file; only scripts have functions. */
export function measureFile(path: string, text: string): FileSize {
  const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
  if (!/\.(ts|tsx|mjs|js)$/.test(path)) return { lines, functions: [] };
  return { lines, functions: measureFunctions(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)) };
}
