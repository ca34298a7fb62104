import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';

import { node24Program } from '../../../setup/node-24.mjs';
import { npmThatAsks, startNpmRegistry } from './npm-registry.mts';
import { setInstallStage, type InstallStage } from './install-stage.mts';
import { expectRoundTrip } from './round-trip.mts';

jest.setTimeout(300_000);

const PACK = 'n8n-nodes-allmysms';

/** Nothing listens there: what would leave this machine fails at once. */
const NOWHERE = 'http://127.0.0.1:9';

const run = promisify(execFile);

describe.each(['1', '2'] as const)('the packed package, installed into n8n %s', (line) => {
	let stage: InstallStage;
	beforeEach(async () => {
		stage = await setInstallStage();
	});
	afterEach(async () => await stage.close());

	test('by npm in the user folder: sends and receives', async () => {
		const nodes = path.join(stage.home, '.n8n', 'nodes');
		await mkdir(nodes, { recursive: true });
		// n8n brings n8n-workflow itself; npm would download it once more.
		const args = ['install', stage.tarball, '--offline', '--legacy-peer-deps', '--no-audit'];
		await run('npm', args, { cwd: nodes, shell: process.platform === 'win32' });
		await expectRoundTrip(stage.sandbox, await stage.start(line));
	});

	test('from the screen for community nodes: sends and receives, without a restart', async () => {
		const registry = await startNpmRegistry(stage.tarball);
		stage.atEnd(registry.close);
		const usual = [path.dirname(node24Program()), process.env.PATH ?? ''].join(path.delimiter);
		const n8n = await stage.start(line, {
			PATH: await npmThatAsks(registry.url, path.join(stage.home, 'programs'), usual),
			HTTPS_PROXY: NOWHERE,
			NO_PROXY: '127.0.0.1',
		});
		const answer = await n8n.session.call('POST', '/community-packages', {
			name: PACK,
			version: registry.version,
		});
		expect(answer).toMatchObject({ packageName: PACK, installedNodes: [{}, {}] });
		expect(registry.asked).toContain(`/${PACK}/-/${path.basename(stage.tarball)}`);
		await expectRoundTrip(stage.sandbox, n8n);
	});
});
