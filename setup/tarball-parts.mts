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

/** Declarations of inner modules: they would be public names that nobody promised. */
export const declarationFindings = (folder: string): string[] =>
	namesBelow(folder, '.')
		.filter((name) => /\.d\.[cm]?ts$/.test(name) && name !== TYPES)
		.map((name) => `${name} declares types of an inner module; ${TYPES} alone is for users.`);

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
