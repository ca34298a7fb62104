import { describe, expect, test } from '@jest/globals';

import { readAllowList } from '../../../nodes/shared/pushes/push-origin.ts';

const isAllowed = (list: string, address: string | undefined): boolean => {
	const reading = readAllowList(list);
	if (!reading.ok) throw new Error('The list cannot be read');
	return reading.value(address);
};

test.each([
	['192.0.2.10', '192.0.2.10', true],
	['192.0.2.10', '192.0.2.11', false],
	['192.0.2.0/24', '192.0.2.255', true],
	['192.0.2.0/24', '192.0.3.0', false],
	['0.0.0.0/0', '203.0.113.9', true],
	['0.0.0.0/0', '2001:db8::1', false],
	['::/0', '2001:db8::1', true],
	['2001:db8::/32', '2001:db8:ffff::1', true],
	['2001:db8::/32', '2001:db9::1', false],
	['2001:db8::1', '2001:0db8:0:0:0:0:0:1', true],
	['2001:db8::1', '2001:db8::2', false],
	['2001:db8::1/128', '2001:db8::1', true],
	['192.0.2.10/32', '192.0.2.10', true],
	['192.0.2.10/32', '192.0.2.11', false],
	['::ffff:0.0.0.0/96', '203.0.113.9', true],
	['::ffff:192.0.2.0/64', '192.0.2.1', false],
	// Node.js gives IPv4 callers like this where n8n listens on IPv6.
	['192.0.2.10', '::ffff:192.0.2.10', true],
	['192.0.2.0/24', '::ffff:192.0.2.77', true],
	['::ffff:192.0.2.10', '192.0.2.10', true],
	['::ffff:192.0.2.0/120', '192.0.2.77', true],
	['::ffff:192.0.2.0/120', '192.0.3.77', false],
	['fe80::1', 'fe80::1%eth0', true],
	[' 10.0.0.1 ,\n10.0.0.2;10.0.0.3 ', '10.0.0.3', true],
	['192.0.2.10', undefined, false],
	['192.0.2.10', '', false],
	['0.0.0.0/0', 'unknown', false],
	['0.0.0.0/0', '192.0.2.10, 10.0.0.1', false],
])('%j and the caller %j: %j', (list, address, expected) => {
	expect(isAllowed(list, address)).toBe(expected);
});

describe('an entry that is no address is told', () => {
	test.each([
		'example.com',
		'192.0.2',
		'10',
		'0x7f.0.0.1',
		'192.0.2.256',
		'192.0.2.0/33',
		'192.0.2.0/-1',
		'192.0.2.0/',
		'192.0.2.0/24x',
		'192.0.2.0/24/8',
		'2001:db8::/129',
		'192.0.2.*',
		':::',
	])('%s', (entry) => {
		expect(readAllowList(`10.0.0.1, ${entry}`)).toMatchObject({
			ok: false,
			problem: { what: `'IP Allow List' has an entry that is no address: "${entry}"` },
		});
	});
});

test('with an empty list everybody may call', () => {
	expect(isAllowed(' ,\n ', undefined)).toBe(true);
});
