/**
 * Lint rules for everything that is not published, for `npm run lint`. What is published keeps n8n's own
 * strict rules, which `n8n-node lint` wants to find in eslint.config.mjs as they come.
 */
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

export default defineConfig(
	{
		ignores: ['node_modules/', 'dist/', '.cache/', 'nodes/', 'credentials/'],
	},
	{
		linterOptions: { reportUnusedDisableDirectives: 'error' },
	},
	{
		files: ['**/*.{ts,mts,js,mjs,cjs}'],
		extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
		languageOptions: {
			parserOptions: {
				project: ['tsconfig.tools.json', 'sandbox/page/tsconfig.json'],
				tsconfigRootDir: import.meta.dirname,
			},
		},
		rules: {
			'@typescript-eslint/array-type': ['error', { default: 'array-simple' }],
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
			// Characters of a text are its code points here.
			'@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
			'@typescript-eslint/no-deprecated': [
				'error',
				{
					allow: [
						// Its successors are packages of their own, which n8n does not bring along.
						{ from: 'package', package: 'fast-xml-parser', name: ['XMLBuilder', 'XMLValidator'] },
						// Real clients of the provider still use it.
						{ from: 'lib', name: 'escape' },
					],
				},
			],
			'@typescript-eslint/no-empty-function': [
				'error',
				{ allow: ['arrowFunctions', 'asyncMethods'] },
			],
			// What strangers send, and what n8n keeps in a field, may be anything: it is spelt as it comes.
			'@typescript-eslint/no-base-to-string': 'off',
			// It takes a variable that a callback changes for one that nobody changes.
			'@typescript-eslint/no-unnecessary-condition': 'off',
			// A blank text counts as none in many places.
			'@typescript-eslint/prefer-nullish-coalescing': [
				'error',
				{ ignorePrimitives: { string: true, boolean: true } },
			],
			// Whoever promises to answer later may know the answer already.
			'@typescript-eslint/require-await': 'off',
			'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
			'@typescript-eslint/return-await': ['error', 'always'],
			'@typescript-eslint/switch-exhaustiveness-check': [
				'error',
				{ considerDefaultExhaustiveForUnions: true },
			],
		},
	},
	{
		files: ['**/*.{js,mjs,cjs}'],
		rules: {
			'@typescript-eslint/no-require-imports': 'off',
			// These rules do not see the types of JSDoc; the compiler does.
			'@typescript-eslint/no-unsafe-argument': 'off',
			'@typescript-eslint/no-unsafe-assignment': 'off',
			'@typescript-eslint/no-unsafe-call': 'off',
			'@typescript-eslint/no-unsafe-member-access': 'off',
			'@typescript-eslint/no-unsafe-return': 'off',
			// gulp and esbuild declare as methods what is taken from them one by one.
			'@typescript-eslint/unbound-method': 'off',
		},
	},
	{
		files: ['test/**/*.mts'],
		// Lists of characters are written as texts.
		rules: { '@typescript-eslint/no-misused-spread': 'off' },
	},
);
