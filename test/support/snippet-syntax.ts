import PhpParser from 'php-parser';
import ts from 'typescript';

/**
 * Reads a PHP file.
 *
 * @throws Error that names the line where PHP would stop.
 */
export function readPhp(code: string): void {
  new PhpParser.Engine({ parser: { php8: true } }).parseCode(code, 'snippet.php');
}

/**
 * Reads a script of a page, a module or a component.
 *
 * @throws Error with the first mistake.
 */
export function readScript(code: string): void {
  const { diagnostics = [] } = ts.transpileModule(code, {
    fileName: 'snippet.jsx',
    reportDiagnostics: true,
    compilerOptions: { jsx: ts.JsxEmit.Preserve, module: ts.ModuleKind.ESNext },
  });
  const [problem] = diagnostics;
  if (problem) throw new Error(ts.flattenDiagnosticMessageText(problem.messageText, ' '));
}
