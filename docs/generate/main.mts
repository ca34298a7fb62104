import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { description } from '../../nodes/AllMySms/resources/index.ts';
import { operationsPage } from './operations-page.mts';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const page = 'docs/operations.md';

await writeFile(path.join(root, page), operationsPage(description));
console.log(page);
