import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { format, resolveConfig } from 'prettier';

import { description } from '../../nodes/AllMySms/resources/index.ts';
import { operationsPage } from './operations-page.mts';
import { outputRows } from './output-rows.mts';
import { outputSchema } from './output-schema.mts';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** Where n8n looks for the schema of an operation: beside the node, by its version. */
const schemaFile = (resource: string, operation: string): string =>
	path.join(root, 'nodes/AllMySms/__schema__/v1.0.0', resource, `${operation}.json`);

async function write(file: string, text: string): Promise<void> {
	await mkdir(path.dirname(file), { recursive: true });
	await writeFile(file, text);
	console.log(path.relative(root, file));
}

await write(path.join(root, 'docs/operations.md'), operationsPage(description));
for (const [resource, operations] of Object.entries(outputRows)) {
	for (const [operation, row] of Object.entries(operations)) {
		const file = schemaFile(resource, operation);
		const style = (await resolveConfig(file)) ?? {};
		await write(file, await format(JSON.stringify(outputSchema(row)), { ...style, filepath: file }));
	}
}
