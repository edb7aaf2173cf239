/** GTID sets of MySQL and MariaDB as DM prints them: parsing, differences, short texts. */

/** Transactions `first` to `last`, both included. */
export type GtidInterval = {readonly first: bigint; readonly last: bigint};

/**
 * A set of transactions. MySQL counts per server (`uuid`, or `uuid:tag` from 8.3 on) in intervals, MariaDB keeps the
 * newest sequence number of each domain and the server it came from.
 */
export type GtidSet =
	| {readonly flavor: 'mysql'; readonly servers: ReadonlyMap<string, readonly GtidInterval[]>}
	| {
			readonly flavor: 'mariadb';
			readonly domains: ReadonlyMap<bigint, {readonly server: bigint; readonly sequence: bigint}>;
	  };

const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/iv;
const uuids = /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/gv;
const tag = /^[a-z_]\w{0,31}$/iv;
const interval = /^(?<first>\d{1,20})(?:-(?<last>\d{1,20}))?$/v;
const mariadb = /^(?<domain>\d{1,20})-(?<server>\d{1,20})-(?<sequence>\d{1,20})$/v;

const parseInterval = (text: string): GtidInterval | undefined => {
	const groups = interval.exec(text)?.groups;
	if (!groups) {
		return undefined;
	}

	const first = BigInt(groups['first']!);
	const last = BigInt(groups['last'] ?? first);
	return first > 0n && first <= last ? {first, last} : undefined;
};

const compare = (left: bigint, right: bigint): number => Number(left > right) - Number(left < right);

/** The same transactions in ascending intervals that do not touch. */
const normalise = (intervals: readonly GtidInterval[]): readonly GtidInterval[] => {
	const merged: Array<{first: bigint; last: bigint}> = [];
	for (const {first, last} of intervals.toSorted((left, right) => compare(left.first, right.first))) {
		const previous = merged.at(-1);
		if (previous === undefined || first > previous.last + 1n) {
			merged.push({first, last});
		} else if (last > previous.last) {
			previous.last = last;
		}
	}

	return merged;
};

/** Adds one `uuid:1-14:16` or `uuid:tag:1-5:tag2:7`; false for any other text. */
const addServer = (part: string, servers: Map<string, GtidInterval[]>): boolean => {
	const [id, ...pieces] = part.split(':').map(piece => piece.trim());
	if (id === undefined || pieces.length === 0 || !uuid.test(id)) {
		return false;
	}

	let server = id.toLowerCase();
	let isComplete = false;
	for (const piece of pieces) {
		const parsed = parseInterval(piece);
		if (parsed === undefined && !tag.test(piece)) {
			return false;
		}

		if (parsed === undefined) {
			server = `${id.toLowerCase()}:${piece.toLowerCase()}`;
		} else {
			const known = servers.get(server);
			if (known === undefined) {
				servers.set(server, [parsed]);
			} else {
				known.push(parsed);
			}
		}

		isComplete = parsed !== undefined;
	}

	return isComplete;
};

const parseMysql = (parts: readonly string[]): GtidSet | undefined => {
	const servers = new Map<string, GtidInterval[]>();
	return parts.every(part => addServer(part, servers))
		? {
				flavor: 'mysql',
				servers: new Map([...servers].map(([server, intervals]) => [server, normalise(intervals)])),
			}
		: undefined;
};

const parseMariadb = (parts: readonly string[]): GtidSet | undefined => {
	const domains = new Map<bigint, {server: bigint; sequence: bigint}>();
	for (const part of parts) {
		const groups = mariadb.exec(part)?.groups;
		if (!groups) {
			return undefined;
		}

		const domain = BigInt(groups['domain']!);
		const sequence = BigInt(groups['sequence']!);
		if (sequence >= (domains.get(domain)?.sequence ?? 0n)) {
			domains.set(domain, {server: BigInt(groups['server']!), sequence});
		}
	}

	return {flavor: 'mariadb', domains};
};

/** The longest text that is parsed, UTF-16 units (some 20,000 servers): a longer one would block everything else. */
const longest = 1_000_000;

/**
 * The set that is written as `uuid:1-14:16,uuid2:1-3` (also over several lines), `uuid:tag:1-5`, or `1-1-35,2-2-7`;
 * undefined for any other text, including '' and one of more than a million characters.
 */
export const parseGtidSet = (text: string): GtidSet | undefined => {
	if (text.length > longest) {
		return undefined;
	}

	const parts = text
		.split(',')
		.map(part => part.trim())
		.filter(part => part !== '');
	const [first] = parts;
	if (first === undefined) {
		return undefined;
	}

	return first.includes(':') ? parseMysql(parts) : parseMariadb(parts);
};

const intervalText = ({first, last}: GtidInterval): string =>
	first === last ? String(first) : `${first}-${last}`;

/** The set as its server prints it, on one line. */
export const gtidSetText = (set: GtidSet): string =>
	(set.flavor === 'mysql'
		? [...set.servers].map(([server, intervals]) =>
				[server, ...intervals.map(one => intervalText(one))].join(':'),
			)
		: [...set.domains].map(([domain, {server, sequence}]) => `${domain}-${server}-${sequence}`)
	).join(',');

/** How many transactions of `wanted` are not in `held`; both are ascending and do not touch. */
const countMissing = (held: readonly GtidInterval[], wanted: readonly GtidInterval[]): bigint => {
	let missing = 0n;
	let index = 0;
	for (const {first, last} of wanted) {
		missing += last - first + 1n;
		while (index < held.length && held[index]!.last < first) {
			index++;
		}

		for (let at = index; at < held.length && held[at]!.first <= last; at++) {
			const both = held[at]!;
			const from = compare(both.first, first) > 0 ? both.first : first;
			const to = compare(both.last, last) < 0 ? both.last : last;
			missing -= to - from + 1n;
		}
	}

	return missing;
};

/**
 * How many transactions of `wanted` are missing in `held`: how far a replica at `held` is behind a server at `wanted`.
 * Undefined when one is of MySQL and the other of MariaDB.
 */
export const missingTransactions = (held: GtidSet, wanted: GtidSet): bigint | undefined => {
	let missing = 0n;
	if (held.flavor === 'mysql' && wanted.flavor === 'mysql') {
		for (const [server, intervals] of wanted.servers) {
			missing += countMissing(held.servers.get(server) ?? [], intervals);
		}

		return missing;
	}

	if (held.flavor === 'mariadb' && wanted.flavor === 'mariadb') {
		for (const [domain, {sequence}] of wanted.domains) {
			const ahead = sequence - (held.domains.get(domain)?.sequence ?? 0n);
			missing += ahead > 0n ? ahead : 0n;
		}

		return missing;
	}

	return undefined;
};

/** The part of `wanted` that is not in `held`; both are ascending and do not touch. */
const subtract = (
	wanted: readonly GtidInterval[],
	held: readonly GtidInterval[],
): readonly GtidInterval[] => {
	const left: GtidInterval[] = [];
	let index = 0;
	for (const {first, last} of wanted) {
		while (index < held.length && held[index]!.last < first) {
			index++;
		}

		let from = first;
		for (let at = index; at < held.length && held[at]!.first <= last; at++) {
			const both = held[at]!;
			if (both.first > from) {
				left.push({first: from, last: both.first - 1n});
			}

			from = both.last + 1n;
		}

		if (from <= last) {
			left.push({first: from, last});
		}
	}

	return left;
};

/** Transactions of one server that a set lacks below `head`, the newest one that it has of that server. */
export type GtidGap = {
	readonly server: string;
	readonly head: bigint;
	readonly intervals: readonly GtidInterval[];
};

/**
 * Transactions of `wanted` that `held` skipped: those below the newest of the same server in `held`. Later ones, and
 * those of other servers, may still come. [] for MariaDB, whose sets know no gaps.
 */
export const gtidGaps = (held: GtidSet, wanted: GtidSet): readonly GtidGap[] => {
	if (held.flavor !== 'mysql' || wanted.flavor !== 'mysql') {
		return [];
	}

	const gaps: GtidGap[] = [];
	for (const [server, intervals] of held.servers) {
		const head = intervals.at(-1)!.last;
		const missing = subtract(wanted.servers.get(server) ?? [], intervals).filter(({last}) => last < head);
		if (missing.length > 0) {
			gaps.push({server, head, intervals: missing});
		}
	}

	return gaps;
};

/** A GTID set for a narrow column: UUIDs are cut to eight digits. Any other text stays as it is. */
export const shortGtidText = (text: string, ellipsis = '…'): string => {
	const set = parseGtidSet(text);
	return set === undefined ? text : gtidSetText(set).replaceAll(uuids, id => `${id.slice(0, 8)}${ellipsis}`);
};
