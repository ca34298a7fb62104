import path from 'node:path';
import ts from 'typescript';

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
 * @returns the declarations of the entry and of what it refers to, by absolute path in `dist`
 */
export const checkedDeclarations = (entry) => {
	const { config, error } = ts.readConfigFile('tsconfig.json', ts.sys.readFile);
	refuse(error ? [error] : []);
	const { options, fileNames, errors } = ts.parseJsonConfigFileContent(config, ts.sys, '.');
	refuse(errors);
	// The package has a limit of its own: who reads about a type reads its source.
	const program = ts.createProgram(fileNames, { ...options, removeComments: true });
	/** @type {Map<string, string>} */
	const all = new Map();
	const { diagnostics } = program.emit(
		undefined,
		(file, text) => all.set(path.resolve(file), text),
		undefined,
		true,
	);
	refuse([...ts.getPreEmitDiagnostics(program), ...diagnostics]);

	/** @type {Map<string, string>} */
	const needed = new Map();
	/** @param {string} file */
	const need = (file) => {
		const text = all.get(file);
		if (text === undefined || needed.has(file)) return;
		needed.set(file, text);
		for (const { fileName } of ts.preProcessFile(text).importedFiles) {
			if (fileName.startsWith('.')) need(path.resolve(path.dirname(file), `${fileName}.d.ts`));
		}
	};
	need(path.resolve('dist', entry.replace(/\.ts$/, '.d.ts')));
	return needed;
};
