/**
 * One project per room of `test/`; `.mts` keeps test code out of the lint rules for published nodes.
 * @param {string} room
 * @returns {import('jest').Config}
 */
const project = (room) => ({
	displayName: room,
	testMatch: [`<rootDir>/test/${room}/**/*.test.mts`],
	testEnvironment: 'node',
	moduleFileExtensions: ['mts', 'ts', 'js', 'mjs', 'json', 'node'],
	transform: {
		'\\.(m?ts|mjs)$': [
			'@swc/jest',
			{
				jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
				module: { type: 'commonjs' },
			},
		],
	},
	modulePathIgnorePatterns: ['<rootDir>/.cache/', '<rootDir>/dist/'],
});

module.exports = {
	projects: [
		project('unit'),
		project('engine'),
		project('sandbox'),
		project('e2e'),
		project('queue'),
	],
};
