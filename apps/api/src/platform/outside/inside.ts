import { BlockList, isIPv4, isIPv6 } from 'node:net';

/** Ranges of IPv4 that lead to this machine, its network, or nowhere in particular. */
const INSIDE_4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
];

/** Of the one range of IPv6 that leads out, what does not, or carries an address of IPv4 that need not. */
const INSIDE_6: readonly (readonly [string, number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

const inside4 = new BlockList();
for (const [net, bits] of INSIDE_4) inside4.addSubnet(net, bits, 'ipv4');
const outside6 = new BlockList();
outside6.addSubnet('2000::', 3, 'ipv6');
const inside6 = new BlockList();
for (const [net, bits] of INSIDE_6) inside6.addSubnet(net, bits, 'ipv6');

/** Whether an address may lead to what is not meant for the public. What is no address at all may, too. */
export function isInside(address: string): boolean {
  if (isIPv4(address)) return inside4.check(address, 'ipv4');
  // What carries an address of IPv4 in one of IPv6 lies outside of the range that leads out.
  if (isIPv6(address) && !address.includes('%')) return !outside6.check(address, 'ipv6') || inside6.check(address, 'ipv6');
  return true;
}

/** Names that every network keeps for itself. */
const OWN_NAME = /(?:^|\.)(?:localhost|local|internal|intranet|lan|home|corp|private|home\.arpa|test|invalid|onion)\.?$/iu;

/** Whether a host's name is one that only an inner network knows. */
export function isOwnName(host: string): boolean {
  return OWN_NAME.test(host) || !host.replace(/\.$/u, '').includes('.');
}
