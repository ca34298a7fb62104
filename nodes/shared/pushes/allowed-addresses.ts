import ipaddr from 'ipaddr.js';

import { read, refuse, type Result } from '../problem';

type Address = ReturnType<typeof ipaddr.process>;

/** A network, or a single address as one of full length. */
type Network = readonly [Address, number];

/** Whether a caller's address is allowed. */
export type AddressTest = (address: string | undefined) => boolean;

/** An IPv4 address as programs that listen on IPv6 write it: `::ffff:192.0.2.1`. */
const MAPPED_BITS = 96;

const isAddress = (text: string): boolean =>
	text.includes(':') ? ipaddr.isValid(text) : ipaddr.IPv4.isValidFourPartDecimal(text);

function readNetwork(entry: string): Network | null {
	const [address = '', bits, ...rest] = entry.split('/');
	if (!isAddress(address) || rest.length > 0) return null;
	if (bits === undefined) {
		const single = ipaddr.process(address);
		return [single, single.kind() === 'ipv4' ? 32 : 128];
	}
	const longest = address.includes(':') ? 128 : 32;
	if (!/^\d{1,3}$/.test(bits) || Number(bits) > longest) return null;
	const [network, length] = ipaddr.parseCIDR(entry);
	const plain = ipaddr.process(address);
	if (network.kind() === plain.kind()) return [network, length];
	return length >= MAPPED_BITS ? [plain, length - MAPPED_BITS] : [network, length];
}

const contains = ([network, length]: Network, address: Address): boolean =>
	network.kind() === address.kind() && address.match([network, length]);

/**
 * Reads addresses and networks in CIDR notation, IPv4 and IPv6, separated by commas, spaces or
 * line breaks; with an empty list everybody is allowed.
 */
export function readAllowList(list: string): Result<AddressTest> {
	const entries = list.split(/[\s,;]+/).filter((entry) => entry !== '');
	if (entries.length === 0) return read(() => true);
	const networks: Network[] = [];
	for (const entry of entries) {
		const network = readNetwork(entry);
		if (network === null) {
			return refuse(
				'IP Allow List',
				`has an entry that is no address: "${entry.slice(0, 60)}"`,
				'Enter addresses such as 192.0.2.10 or networks such as 192.0.2.0/24, separated by commas.',
			);
		}
		networks.push(network);
	}
	return read((given: string | undefined) => {
		if (given === undefined || !isAddress(given)) return false;
		const address = ipaddr.process(given);
		return networks.some((network) => contains(network, address));
	});
}
