import { describe, expect, test } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import { outputRows } from '../../../build/output-schemas.mts';
import { describeOnEachLine } from '../../../harness/on-each-line.mts';
import { readCases, type ReadCase } from './read-cases.mts';
import { answerWith } from './sandbox-answers.mts';

/** Answers that mean the same: what stands for a list differs. */
const shapesOf = ({ list, row }: ReadCase): Array<[string, unknown]> => {
	const xmlRow = Object.entries(row)
		.map(([key, value]) => `<${key}><![CDATA[${String(value)}]]></${key}>`)
		.join('');
	if (list === null) {
		return [
			['flat JSON', row],
			['a list of one', [row]],
			['XML', `<?xml version="1.0"?>\n<DATA>${xmlRow}</DATA>`],
		];
	}
	return [
		['a list', { [list]: [row] }],
		['a single object', { [list]: row }],
		['an object with numbers as keys', { [list]: { '0': row } }],
		['XML with an element per row', `<DATA><${list}>${xmlRow}</${list}></DATA>`],
		['XML with rows inside', `<DATA><${list}><row>${xmlRow}</row></${list}></DATA>`],
		['a byte order mark', `\uFEFF\n${JSON.stringify({ [list]: [row] })}`],
	];
};

const emptiesOf = ({ list }: ReadCase): unknown[] =>
	list === null
		? [{}, '<DATA/>']
		: [{}, [], { [list]: [] }, { [list]: '' }, { [list]: null }, `<DATA><${list}/></DATA>`];

const REFUSALS: Array<[string, unknown, RegExp]> = [
	['status 0 with words', { status: '0', statusText: 'Inconnu' }, /: Inconnu \[item 0\]$/],
	['a wrong login', { status: 102, statusText: 'x' }, /does not know this login/],
	['words without a status', { statusText: 'Inconnu' }, /: Inconnu \[item 0\]$/],
	['words of REST', { code: 1004, description: 'Unknown' }, /: Unknown \[item 0\]$/],
	['words in XML', '<DATA><status>0</status><statusText>Inconnu</statusText></DATA>', /: Inconnu/],
	['a web page', '<html><body>Maintenance</body></html>', /cannot be read/],
	['half an answer', '{"acks":[{"phoneNumber":"336', /cannot be read/],
];

describeOnEachLine('reads', (world) => {
	describe.each(readCases)('$name', (read) => {
		test.each(shapesOf(read))('reads %s', async (_, body) => {
			const { engine, sandbox } = world();
			await answerWith(sandbox, read.endpoint, body);
			const run = await engine.runAction(read.parameters);
			expect(run.error).toBeNull();
			expect(run.itemsOf('AllMySMS')).toEqual([{ json: read.output, pairedItem: { item: 0 } }]);
		});

		test('gives exactly the keys of its schema', () => {
			const { resource, operation } = read.parameters;
			const row = outputRows[String(resource)]?.[String(operation)];
			expect(Object.keys(read.output).sort()).toEqual(Object.keys(row ?? {}).sort());
		});

		test('takes an empty answer as none', async () => {
			const { engine, sandbox } = world();
			for (const body of emptiesOf(read)) {
				await answerWith(sandbox, read.endpoint, body);
				const run = await engine.runAction(read.parameters);
				if (read.whenEmpty === 'error') {
					expect(run.error?.message).toMatch(/could not be read.* \[item 0\]$/);
				} else {
					expect(run.error).toBeNull();
					expect(run.itemsOf('AllMySMS')).toHaveLength(read.whenEmpty);
				}
			}
		});

		test.each(REFUSALS)('says why there is nothing: %s', async (_, body, message) => {
			const { engine, sandbox } = world();
			await answerWith(sandbox, read.endpoint, body);
			const run = await engine.runAction(read.parameters);
			expect(run.error?.message).toMatch(message);
			expect(run.error?.description).toMatch(/\w/);
			expect(run.error?.context?.itemIndex).toBe(0);
		});

		// All items of subAccount › getAll ask the same, and share one request.
		const asksPerItem = read.parameters.resource !== 'subAccount';
		if (!asksPerItem) return;
		test('an item that fails stops nobody else', async () => {
			const { engine, sandbox } = world();
			// Items that ask the same share a request: let each ask for its own.
			const parameters = { ...read.parameters, ...differing(read) };
			// Paths of REST name the campaign, and differ.
			const endpoint = read.endpoint.startsWith('/') ? {} : { endpoint: read.endpoint };
			await sandbox.setFaults(
				...[1, 3].map((request) => ({
					kind: 'garbage' as const,
					...endpoint,
					request,
					process: false,
					body: JSON.stringify(read.list === null ? read.row : { [read.list]: [read.row] }),
				})),
				{
					kind: 'garbage',
					...endpoint,
					request: 2,
					process: false,
					body: '{"status":"0","statusText":"Inconnu"}',
				},
			);
			const run = await engine.runAction(parameters, {
				items: [{ n: 1 }, { n: 2 }, { n: 3 }],
				settings: { onError: 'continueErrorOutput' },
			});
			expect(run.itemsOf('AllMySMS').map(({ pairedItem }) => pairedItem)).toEqual([
				{ item: 0 },
				{ item: 2 },
			]);
			expect(run.itemsOf('AllMySMS', 1)).toEqual([
				{
					json: { n: 2, error: expect.stringMatching(/Inconnu$/), message: expect.any(String) },
					pairedItem: { item: 1 },
				},
			]);
		});
	});

	test('adds the row of the provider where it is asked for', async () => {
		const { engine, sandbox } = world();
		for (const read of readCases.filter(({ name }) => !name.startsWith('subAccount'))) {
			await answerWith(
				sandbox,
				read.endpoint,
				read.list === null ? read.row : { [read.list]: [read.row] },
			);
			const options = { ...(read.parameters.options as object), raw: true };
			const run = await engine.runAction({ ...read.parameters, options });
			expect(run.itemsOf('AllMySMS')[0]?.json).toEqual({ ...read.output, raw: read.row });
		}
	});
});

/** Parameters that make the requests of three items differ. */
function differing({ parameters }: ReadCase): INodeParameters {
	const own = '={{ "c-" + $json.n }}';
	if ('smsId' in parameters) return { smsId: own };
	if ('campaignId' in parameters && parameters.campaignId !== '') return { campaignId: own };
	if ('url' in parameters) return { url: '={{ "https://www.example.com/" + $json.n }}' };
	if ('listName' in parameters) return { listName: own };
	if ('countryCode' in parameters) return {};
	return { options: { subAccount: own } };
}
