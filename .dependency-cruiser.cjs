/**
 * Which room may import from which, for `npm run lint`. Imports run one way; what is not listed for
 * a room is forbidden to it. There is no list of exceptions: an arrow that runs back is mended.
 */

/** The ground floor: knows neither the provider nor n8n. */
const GROUND = ['nodes/shared/(?:problem|values)\\.ts$', 'nodes/shared/(?:text|dates|numbers)/'];
const VOCABULARY = [...GROUND, 'nodes/shared/vocabulary/'];
const PROVIDER = [...VOCABULARY, 'nodes/shared/provider/'];
/** When advertising may leave: the calendar, the clock and the law, and nothing of the provider. */
const ADVERTISING = 'nodes/shared/advertising/';
const SENDING = [...PROVIDER, ADVERTISING, 'nodes/shared/sending/'];
/** Questions that executions wait for: pages, and who may answer. */
const ANSWERS = [...VOCABULARY, 'nodes/shared/answers/'];
const PUSHES = [...PROVIDER, 'nodes/shared/pushes/'];
const RUN = [...SENDING, 'nodes/AllMySms/run/'];
const SEND = [...RUN, 'nodes/AllMySms/send/'];
const WAIT = [...SEND, 'nodes/shared/answers/', 'nodes/AllMySms/wait/'];
const PUBLISHED = ['index\\.ts$', 'nodes/', 'credentials/'];
const REAL_N8N = ['local-n8n/', 'setup/'];

/** For each room all that it may import, itself included. */
const rooms = {
	'nodes/shared/(?:problem|values)\\.ts$': GROUND,
	'nodes/shared/(?:text|dates|numbers)/': GROUND,
	'nodes/shared/advertising/': [...GROUND, ADVERTISING],
	'nodes/shared/vocabulary/': VOCABULARY,
	'nodes/shared/answers/': ANSWERS,
	'nodes/shared/provider/': PROVIDER,
	'nodes/shared/sending/': SENDING,
	'nodes/shared/pushes/': PUSHES,
	'nodes/AllMySms/run/': RUN,
	'nodes/AllMySms/send/': SEND,
	'nodes/AllMySms/wait/': WAIT,
	'nodes/AllMySms/resources/': [...WAIT, 'nodes/AllMySms/resources/'],
	'nodes/AllMySms/AllMySms\\.node\\.ts$': [...WAIT, 'nodes/AllMySms/resources/'],
	'nodes/AllMySmsTrigger/': [...PUSHES, 'nodes/shared/answers/', 'nodes/AllMySmsTrigger/'],
	'credentials/': ['credentials/'],
	'index\\.ts$': PUBLISHED,

	// The stand-in reads the facts a second time: two readings find each other's errors.
	'sandbox/': ['sandbox/'],
	'setup/': ['setup/'],
	'\\.ci/': ['\\.ci/'],
	'build/': ['build/', 'nodes/'],
	'[^/]+\\.(?:js|cjs|mjs)$': ['package\\.json$', 'build/'],
	'local-n8n/': REAL_N8N,
	'demo/': ['demo/', 'sandbox/', ...REAL_N8N],
	'docs/': ['docs/', 'build/', 'nodes/'],
	'harness/': ['harness/', 'sandbox/', 'setup/', ...PUBLISHED],
	'bench/': ['bench/', 'harness/', 'sandbox/', ...REAL_N8N, ...PUBLISHED],
	'test/unit/': ['test/unit/', 'docs/', 'build/', 'package\\.json$', ...PUBLISHED],
	// Sample values come from the unit tests.
	'test/engine/': [
		'test/engine/',
		'test/unit/',
		'harness/',
		'sandbox/',
		'docs/',
		'build/',
		...PUBLISHED,
	],
	'test/sandbox/': ['test/sandbox/', 'sandbox/'],
	'test/e2e/': ['test/e2e/', 'test/sandbox/client/', 'sandbox/', ...REAL_N8N],
	'test/queue/': ['test/queue/', 'sandbox/', ...REAL_N8N],
};

/** What esbuild puts into `dist`: a published package has no dependencies. */
const BUNDLED = [
	'date-easter',
	'entities',
	'fast-xml-parser',
	'ipaddr.js',
	'libphonenumber-js',
	'luxon',
	're2js',
];

/** @param {readonly string[]} paths */
const anyOf = (paths) => `^(?:${paths.join('|')})`;
/** @param {readonly string[]} names */
const packages = (names) =>
	`node_modules/(?:${names.map((name) => name.replaceAll('.', '\\.')).join('|')})/`;

const forbidden = [
	...Object.entries(rooms).map(([room, allowed]) => ({
		name: `imports of ${room.replace(/\(\?:|\\|\$/g, '').replace(/\)/g, '')}`,
		comment: `May import from: ${allowed.join(', ')}`,
		from: { path: anyOf([room]) },
		to: { pathNot: [anyOf(allowed), 'node_modules/'], dependencyTypesNot: ['core'] },
	})),
	{
		name: 'every file has a room',
		comment: 'Whoever imports something must be in a room that is listed.',
		from: { pathNot: [anyOf(Object.keys(rooms)), 'node_modules/'] },
		to: {},
	},
	{
		name: 'resources stand side by side',
		comment: 'What two resources share stands above them, in resources/.',
		from: { path: '^nodes/AllMySms/resources/([^/]+)/' },
		to: { path: '^nodes/AllMySms/resources/[^/]+/', pathNot: '^nodes/AllMySms/resources/$1/' },
	},
	{
		name: 'one file speaks to n8n',
		comment: 'In nodes/shared only the gateway and the credential test, which n8n itself calls.',
		from: {
			path: '^nodes/shared/',
			pathNot: '^nodes/shared/provider/(?:gateway|credential-test)\\.ts$',
		},
		to: { path: packages(['n8n-workflow']) },
	},
	{
		name: 'published code takes what is bundled',
		comment: `n8n-workflow comes from n8n; bundled are ${BUNDLED.join(', ')}.`,
		from: { path: anyOf(PUBLISHED) },
		to: { path: 'node_modules/', pathNot: packages(['n8n-workflow', ...BUNDLED]) },
	},
	{
		name: 'published code needs little of Node.js',
		comment: 'Verified packages touch neither files nor processes nor sockets.',
		from: { path: anyOf(PUBLISHED) },
		to: { dependencyTypes: ['core'], pathNot: '^(?:node:)?crypto$' },
	},
	{
		name: 'no dead files in nodes',
		comment: 'Neither a node nor the entry for TypeScript reaches it.',
		from: { path: ['^index\\.ts$', '\\.node\\.ts$'] },
		to: { path: '^nodes/.*\\.ts$', reachable: false },
	},
	{
		name: 'no utils',
		comment: 'A name says what a file is about.',
		from: {},
		to: { path: '^nodes/.*\\b(?:utils?|helpers?|common|misc)\\b' },
	},
	{
		name: 'no circle of files',
		from: {},
		to: { circular: true },
	},
	{
		name: 'no circle of folders',
		scope: 'folder',
		from: {},
		to: { circular: true },
	},
	{
		name: 'imports lead somewhere',
		from: {},
		to: { couldNotResolve: true },
	},
];

module.exports = {
	forbidden: forbidden.map((rule) => ({ severity: 'error', ...rule })),
	options: {
		// Types are imports too.
		tsPreCompilationDeps: true,
		tsConfig: { fileName: 'tsconfig.tools.json' },
		doNotFollow: { path: 'node_modules' },
		exclude: { path: '^(?:node_modules|dist|\\.cache|\\.git)/' },
		enhancedResolveOptions: {
			extensions: ['.ts', '.mts', '.mjs', '.js', '.json', '.cjs'],
			exportsFields: ['exports'],
			conditionNames: ['import', 'require', 'node', 'default'],
		},
	},
};
