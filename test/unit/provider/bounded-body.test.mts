import { Readable } from 'node:stream';

import { describe, expect, test } from '@jest/globals';

import {
	MAX_ANSWER_BYTES,
	OversizedAnswer,
	readBoundedBody,
} from '../../../nodes/shared/provider/provider-answer.ts';

describe('readBoundedBody', () => {
	test('joins characters that were cut between two chunks', async () => {
		const bytes = Buffer.from('é€😀');
		const chunks = [...bytes].map((byte) => Buffer.from([byte]));
		expect(await readBoundedBody(Readable.from(chunks))).toBe('é€😀');
	});

	test('stops reading an endless answer', async () => {
		const chunk = Buffer.alloc(1024 * 1024);
		let sent = 0;
		const endless = Readable.from(
			(function* () {
				for (;;) {
					sent += chunk.length;
					yield chunk;
				}
			})(),
		);
		await expect(readBoundedBody(endless)).rejects.toThrow(OversizedAnswer);
		expect(endless.destroyed).toBe(true);
		expect(sent).toBeLessThan(MAX_ANSWER_BYTES + 32 * chunk.length);
	});
});
