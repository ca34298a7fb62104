import path from 'node:path';
import ts from 'typescript';
import { oneDeclaration } from './one-declaration.mjs';

/** @type {ts.FormatDiagnosticsHost} */
const host = {
	getCurrentDirectory: () => process.cwd(),
	getCanonicalFileName: (name) => name,
	getNewLine: () => '\n',
};

/** @param {readonly ts.Diagnostic[]} diagnostics */
const refuse = (diagnostics) => {
	if (diagnostics.length === 0) return;
	throw new Error(`Type check:\n${ts.formatDiagnostics(diagnostics, host)}`);
};

/**
 * Checks the types of the published code.
 * @param {string} entry
 * @returns what a TypeScript user of the entry needs, in one file
 */
export const checkedDeclarations = (entry) => {
	const { config, error } = ts.readConfigFile('tsconfig.json', ts.sys.readFile);
	refuse(error ? [error] : []);
	const { options, fileNames, errors } = ts.parseJsonConfigFileContent(config, ts.sys, '.');
	refuse(errors);
	const program = ts.createProgram(fileNames, options);
	/** @type {Map<string, string>} */
	const texts = new Map();
	const { diagnostics } = program.emit(
		undefined,
		(file, text) => texts.set(path.resolve(file), text),
		undefined,
		true,
	);
	refuse([...ts.getPreEmitDiagnostics(program), ...diagnostics]);
	return oneDeclaration(path.resolve('dist', entry.replace(/\.ts$/, '.d.ts')), texts);
};
