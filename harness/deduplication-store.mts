import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';

import type {
	DeduplicationItemTypes,
	DeduplicationScope,
	ICheckProcessedContextData,
	ICheckProcessedOptions,
	IDataDeduplicator,
	IDeduplicationOutput,
} from 'n8n-workflow';

interface Row {
	readonly mode: string;
	readonly entries: readonly string[];
}

const rowName = (scope: DeduplicationScope, { workflow, node }: ICheckProcessedContextData) => {
	if (scope === 'node' && !node) throw new Error("Scope 'node' needs a node");
	return `${workflow.id} ${scope === 'node' ? node?.id : ''}`;
};

const hashOf = (value: DeduplicationItemTypes) =>
	createHash('md5').update(value.toString()).digest('base64');

/**
 * n8n's deduplication store as n8n's command line package fills it: one row per workflow, or per
 * node of it, with the hashes of the newest entries. A row is read, changed and written back, and
 * between the two others may come in, as with a database.
 */
export class DeduplicationStore implements IDataDeduplicator {
	private readonly rows = new Map<string, Row>();

	/** While set, every use fails with this message, as without a database. */
	failure: string | null = null;

	/** Empties the store. */
	clear(): void {
		this.rows.clear();
		this.failure = null;
	}

	private async read(name: string, mode: string): Promise<string[]> {
		await setImmediate();
		if (this.failure !== null) throw new Error(this.failure);
		const row = this.rows.get(name);
		if (row && row.mode !== mode) {
			throw new Error('Deduplication data was originally saved with an incompatible setting');
		}
		return [...(row?.entries ?? [])];
	}

	private async write(name: string, mode: string, entries: readonly string[]): Promise<void> {
		await setImmediate();
		this.rows.set(name, { mode, entries });
	}

	async checkProcessedAndRecord(
		items: DeduplicationItemTypes[],
		scope: DeduplicationScope,
		contextData: ICheckProcessedContextData,
		options: ICheckProcessedOptions,
	): Promise<IDeduplicationOutput> {
		if (options.mode !== 'entries') throw new Error(`Mode ${options.mode} is not needed here`);
		const name = rowName(scope, contextData);
		const isFirst = !this.rows.has(name);
		const entries = await this.read(name, options.mode);
		const known = new Set(entries);
		const output: IDeduplicationOutput = { new: [], processed: [] };
		for (const item of items) {
			const hash = hashOf(item);
			if (known.has(hash)) {
				output.processed.push(item);
				continue;
			}
			output.new.push(item);
			entries.push(hash);
			// n8n does not compare the members of the first call with each other.
			if (!isFirst) known.add(hash);
		}
		const kept = options.maxEntries ? entries.slice(-options.maxEntries) : entries;
		await this.write(name, options.mode, kept);
		return output;
	}

	async removeProcessed(
		items: DeduplicationItemTypes[],
		scope: DeduplicationScope,
		contextData: ICheckProcessedContextData,
		options: ICheckProcessedOptions,
	): Promise<void> {
		const name = rowName(scope, contextData);
		const entries = await this.read(name, options.mode);
		for (const item of items) {
			const index = entries.indexOf(hashOf(item));
			if (index !== -1) entries.splice(index, 1);
		}
		await this.write(name, options.mode, entries);
	}

	async clearAllProcessedItems(
		scope: DeduplicationScope,
		contextData: ICheckProcessedContextData,
	): Promise<void> {
		this.rows.delete(rowName(scope, contextData));
	}

	async getProcessedDataCount(
		scope: DeduplicationScope,
		contextData: ICheckProcessedContextData,
	): Promise<number> {
		return this.rows.get(rowName(scope, contextData))?.entries.length ?? 0;
	}
}
