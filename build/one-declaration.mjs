import path from 'node:path';
import ts from 'typescript';

/**
 * A declaration file: what each name in it stands for, and where the others come from.
 * @typedef {object} Module
 * @property {Map<string, ts.Statement>} declared
 * @property {Map<string, string>} elsewhere the package, or the absolute path of the other file
 */

/**
 * @param {ts.ImportDeclaration | ts.ExportDeclaration} statement
 * @returns {readonly ts.ImportOrExportSpecifier[]}
 */
const specifiersOf = (statement) => {
	const names = ts.isImportDeclaration(statement)
		? statement.importClause?.namedBindings
		: statement.exportClause;
	if (!names || ts.isNamespaceImport(names) || ts.isNamespaceExport(names)) return [];
	return names.elements.filter(({ propertyName }) => propertyName === undefined);
};

/**
 * @param {string} file
 * @param {string} text
 * @returns {Module}
 */
const readModule = (file, text) => {
	/** @type {Module} */
	const module = { declared: new Map(), elsewhere: new Map() };
	for (const statement of ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
		.statements) {
		if (ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement)) {
			const from = statement.moduleSpecifier;
			if (!from || !ts.isStringLiteral(from)) continue;
			const isInner = from.text.startsWith('.');
			const place = isInner ? `${path.resolve(path.dirname(file), from.text)}.d.ts` : from.text;
			for (const { name } of specifiersOf(statement)) module.elsewhere.set(name.text, place);
		} else if (ts.isVariableStatement(statement)) {
			for (const { name } of statement.declarationList.declarations) {
				module.declared.set(name.getText(), statement);
			}
		} else if ('name' in statement) {
			module.declared.set(/** @type {ts.Identifier} */ (statement.name).text, statement);
		}
	}
	return module;
};

/**
 * The names that a declaration is made of.
 * @param {ts.Node} node
 * @returns {string[]}
 */
const namesIn = (node) => {
	/** @type {ts.Node | undefined} */
	let name;
	if (ts.isTypeReferenceNode(node)) name = node.typeName;
	if (ts.isTypeQueryNode(node)) name = node.exprName;
	if (ts.isExpressionWithTypeArguments(node)) name = node.expression;
	/** @type {string[]} */
	const names = name && ts.isIdentifier(name) ? [name.text] : [];
	ts.forEachChild(node, (child) => void names.push(...namesIn(child)));
	return names;
};

/**
 * A declaration with what is said of it, without the word that exports it.
 * @param {ts.Statement} statement
 */
const unexported = (statement) => {
	const text = statement.getFullText();
	const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined;
	const word = modifiers?.find(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
	if (!word) return text.trim();
	const from = statement.getFullStart();
	return `${text.slice(0, word.getStart() - from)}${text.slice(word.end - from + 1)}`.trim();
};

/**
 * Puts what the exports of a declaration file are made of into one file; only those are exported.
 * @param {string} entry its absolute path
 * @param {ReadonlyMap<string, string>} texts all declaration files, by absolute path
 */
export const oneDeclaration = (entry, texts) => {
	/** @type {Map<string, Module>} */
	const modules = new Map();
	/** @type {Map<string, Set<string>>} */
	const packages = new Map();
	/** @type {Map<string, ts.Statement>} */
	const chosen = new Map();

	/** @param {string} file @param {string} text */
	const moduleOf = (file, text) => {
		const module = modules.get(file) ?? readModule(file, text);
		modules.set(file, module);
		return module;
	};
	/** @param {string} place @param {string} name */
	const choose = (place, name) => {
		const text = texts.get(place);
		if (text === undefined) {
			packages.set(place, new Set([...(packages.get(place) ?? []), name]));
			return;
		}
		const { declared, elsewhere } = moduleOf(place, text);
		const statement = declared.get(name);
		const other = elsewhere.get(name);
		if (!statement) {
			if (other !== undefined) choose(other, name);
			return;
		}
		const known = chosen.get(name);
		if (known === statement) return;
		if (known) throw new Error(`${name} stands for two types of which users see both: rename one.`);
		chosen.set(name, statement);
		for (const part of namesIn(statement)) choose(place, part);
	};

	const exported = [...moduleOf(entry, texts.get(entry) ?? '').elsewhere.keys()].sort();
	for (const name of exported) choose(entry, name);
	return [
		...[...packages].map(
			([library, names]) => `import type { ${[...names].sort().join(', ')} } from '${library}';`,
		),
		...new Set([...chosen.values()].map(unexported)),
		`export { ${exported.join(', ')} };`,
		'',
	].join('\n');
};
