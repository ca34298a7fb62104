import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

const LICENCES = 'dist/THIRD_PARTY_LICENSES.md';
const LIBRARIES = 'dist/libraries';
const TYPES = 'dist/index.d.ts';

/** Names in a package, with slashes, of the files below a folder. */
const namesBelow = (folder: string, inner: string): string[] =>
	existsSync(path.join(folder, inner))
		? readdirSync(path.join(folder, inner), { recursive: true, withFileTypes: true })
				.filter((entry) => entry.isFile())
				.map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
				.map((name) => name.split(path.sep).join('/'))
		: [];

/** The declarations that a TypeScript user of `index.d.ts` comes to, itself among them. */
const referredTypes = (folder: string): Set<string> => {
	const referred = new Set([TYPES]);
	for (const name of referred) {
		const file = path.join(folder, name);
		const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
		for (const [, target = ''] of text.matchAll(/(?:from |import\()['"](\.[^'"]+)['"]/g)) {
			referred.add(path.posix.join(path.posix.dirname(name), `${target}.d.ts`));
		}
	}
	return referred;
};

/** Declarations of inner modules: they would be public names that nobody promised. */
export const declarationFindings = (folder: string): string[] => {
	const referred = referredTypes(folder);
	return namesBelow(folder, 'dist')
		.filter((name) => name.endsWith('.d.ts') && !referred.has(name))
		.map((name) => `${name} declares types of an inner module, which index.d.ts does not use.`);
};

/** Each library of others must stand in the list, below a title that ends with its licence. */
export const licenceFindings = (folder: string): string[] => {
	const file = path.join(folder, LICENCES);
	if (!existsSync(file)) return [`${LICENCES} is missing.`];
	const chapters = readFileSync(file, 'utf8').split(/^(?=## )/m);
	const named = chapters.flatMap((chapter) => {
		const [title = '', place = ''] = chapter.split('\n\n');
		const complete = /^## \S+ \d\S*: (?!undefined$)\S.*$/.test(title) && /copyright/i.test(chapter);
		return complete ? [...place.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name) : [];
	});
	return namesBelow(folder, LIBRARIES)
		.filter((name) => name.endsWith('.js') && !named.includes(name))
		.map((name) => `${LICENCES} names no licence for ${name}.`);
};
