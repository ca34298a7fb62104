import { describe, expect, test } from '@jest/globals';

import { DEFAULT_BASE_URL, readBaseUrl } from '../../../nodes/shared/provider/provider-call.ts';

describe('readBaseUrl', () => {
	test.each([
		['', DEFAULT_BASE_URL],
		[' \n', DEFAULT_BASE_URL],
		[undefined, DEFAULT_BASE_URL],
		['https://api.allmysms.com', 'https://api.allmysms.com'],
		[' https://api.allmysms.com/ ', 'https://api.allmysms.com'],
		['http://127.0.0.1:8025', 'http://127.0.0.1:8025'],
		['https://gateway.example/sms//', 'https://gateway.example/sms'],
	])('%p is %s', (stored, address) => {
		expect(readBaseUrl(stored)).toBe(address);
	});

	test.each([
		'api.allmysms.com',
		'ftp://x.example',
		'https://',
		'https://user:pass@x.example',
		'https://x.example/?a=1',
		'nonsense',
	])('%s is none', (stored) => {
		expect(readBaseUrl(stored)).toBeNull();
	});
});
