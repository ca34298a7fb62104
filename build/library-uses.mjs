import { isBuiltin } from 'node:module';
import { build } from 'esbuild';
import ts from 'typescript';

/** n8n gives its own copy: of another, n8n would not recognise the error classes. */
const FROM_N8N = 'n8n-workflow';

/**
 * @param {ts.ImportDeclaration} declaration
 * @param {string} library
 */
const namesIn = ({ importClause }, library) => {
	const bindings = importClause?.namedBindings;
	if (!importClause || (bindings && !ts.isNamedImports(bindings))) {
		throw new Error(`${library}: import by name what is used, so that only that is published.`);
	}
	const named = bindings?.elements.map(({ name, propertyName }) => (propertyName ?? name).text);
	return [...(importClause.name ? ['default'] : []), ...(named ?? [])];
};

/**
 * Which libraries the published code uses, and what of each.
 * @param {string} entry
 * @returns {Promise<Map<string, Set<string>>>} for each library, as it stands in imports, the names
 */
export const libraryUses = async (entry) => {
	const { outputFiles } = await build({
		entryPoints: [entry],
		outdir: 'dist',
		write: false,
		bundle: true,
		platform: 'node',
		packages: 'external',
		// Leaves the imports of what stays outside, and of them only those that are used.
		format: 'esm',
	});
	const code = outputFiles[0]?.text ?? '';
	const { statements } = ts.createSourceFile(entry, code, ts.ScriptTarget.Latest);
	/** @type {Map<string, Set<string>>} */
	const uses = new Map();
	for (const statement of statements) {
		if (!ts.isImportDeclaration(statement)) continue;
		if (!ts.isStringLiteral(statement.moduleSpecifier)) continue;
		const library = statement.moduleSpecifier.text;
		if (library === FROM_N8N || isBuiltin(library)) continue;
		const known = uses.get(library) ?? [];
		uses.set(library, new Set([...known, ...namesIn(statement, library)]));
	}
	return uses;
};
