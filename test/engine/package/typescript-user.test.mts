import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import ts from 'typescript';

import { projectRoot } from '../../../harness/lines.mts';

/** A program that reads what the nodes give. */
const PROGRAM = `
import {
	AllMySms,
	AllMySmsApi,
	AllMySmsTrigger,
	type DeliveryReportItem,
	type EventName,
	type OtherEventItem,
	type OutcomeStatus,
	type ReceiptStatus,
	type ReplyItem,
	type SimulationItem,
	type SmsEventItem,
	type SmsItem,
} from 'n8n-nodes-allmysms';

export const name: string = new AllMySms().description.name;
export const triggerVersion = new AllMySmsTrigger().description.version;
export const credential: string = new AllMySmsApi().displayName;

export const sent = (item: SmsItem): boolean => item.status === 'sent';
export const outcome = (item: SmsItem): OutcomeStatus => item.status;
export const recipients = (item: SimulationItem): number => item.recipients;

export function told(item: SmsEventItem): string {
	switch (item.event) {
		case 'deliveryReport': {
			const report: DeliveryReportItem = item;
			const status: ReceiptStatus = report.status;
			return status;
		}
		case 'reply':
		case 'stop': {
			const reply: ReplyItem = item;
			return reply.message ?? '';
		}
		case 'other': {
			const other: OtherEventItem = item;
			const event: EventName = other.event;
			return event;
		}
	}
}

// Wrong on purpose: types that could not be found would allow all of this.
// @ts-expect-error
export const misspelt = (item: SmsItem) => item.state;
// @ts-expect-error
export const noStatus: OutcomeStatus = 'delivered';
// @ts-expect-error
export const noNode: string = new AllMySms();
// @ts-expect-error
export const noReceipt: ReceiptStatus = 'skipped';
`;

describe('a TypeScript program that uses the package', () => {
	let folder: string;
	beforeAll(() => {
		folder = mkdtempSync(path.join(os.tmpdir(), 'allmysms-types-'));
	});
	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	const declarations = path.join(projectRoot, 'dist', 'index.d.ts');

	/** What the compiler says about the program and the published declarations. */
	function complaints(options: ts.CompilerOptions): string[] {
		const file = path.join(folder, 'program.ts');
		writeFileSync(file, PROGRAM);
		const program = ts.createProgram([file], {
			strict: true,
			noEmit: true,
			target: ts.ScriptTarget.ES2022,
			types: [],
			paths: { 'n8n-nodes-allmysms': [declarations] },
			...options,
		});
		return ts
			.getPreEmitDiagnostics(program)
			.filter(({ file: place }) => !place?.fileName.includes('node_modules'))
			.map(({ file: place, messageText }) => {
				const message = ts.flattenDiagnosticMessageText(messageText, ' ');
				return `${path.basename(place?.fileName ?? '')}: ${message}`;
			});
	}

	test('compiles, and so do the declarations', () => {
		expect(complaints({ module: ts.ModuleKind.CommonJS })).toEqual([]);
	});

	const { Bundler } = ts.ModuleResolutionKind;
	test.each([
		['a bundler', { module: ts.ModuleKind.ESNext, moduleResolution: Bundler }],
		['Node.js modules', { module: ts.ModuleKind.NodeNext }],
	])('compiles for %s', (_, options) => {
		expect(complaints({ ...options, skipLibCheck: true })).toEqual([]);
	});

	test('finds these names, and no others', () => {
		const program = ts.createProgram([declarations], { types: [] });
		const checker = program.getTypeChecker();
		const file = program.getSourceFile(declarations);
		const module = file && checker.getSymbolAtLocation(file);
		const names = module ? checker.getExportsOfModule(module).map(({ name }) => name) : [];
		expect(names.sort()).toEqual([
			'AllMySms',
			'AllMySmsApi',
			'AllMySmsTrigger',
			'DeliveryReportItem',
			'EventName',
			'OtherEventItem',
			'OutcomeStatus',
			'ReceiptStatus',
			'ReplyItem',
			'SimulationItem',
			'SmsEventItem',
			'SmsItem',
		]);
	});
});
