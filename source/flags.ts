/**
 * The command line: its flags, and what they mean together.
 */
import meow from 'meow';

const help = `
	htop for TiDB Data Migration: every task of a DM cluster, live.

	Usage
	  $ dm-top [--master-addr ADDR[,ADDR…]]    a cluster, over its dm-masters
	  $ dm-top --file STATUS.json              a file, again at every change; - is standard input
	  $ dm-top --simulate [SCENARIO]           a simulated cluster; "help" lists the scenarios
	  $ dm-top --provider ./MY-PROVIDER.js     a provider of your own

	Options
	  --master-addr  host, host:port, [::1]:8261 or http(s)://host:port, several with commas
	                 (default: $DM_MASTER_ADDR, else 127.0.0.1:8261)
	  --ssl-ca, --ssl-cert, --ssl-key
	                 files for mutual TLS, as dmctl takes them
	  --deadline     seconds to wait for each source's answer (default: 5)
	  --interval     seconds between two looks, 1 at the least (default: 2)
	  --name         the cluster's name for the header
	  --seed         the simulator's seed: the same seed gives the same history
	  --speed        how much faster than the clock the simulator runs (default: 1)
	  --read-only    no key and no command changes anything
	  --log FILE     append a line to FILE for each operation and its outcome
	  --once         look once, print a table, and go:
	                 exit code 0 all well, 1 some task in error or known only in part, 2 no answer
	  --json         with --once: print JSON
	  --plain        print changes as lines, as for a screen reader or a log;
	                 also what one gets when standard output is no terminal
	  --ascii        draw with ASCII alone
	  --help, --version

	Keys
	  ? shows them all: arrows and Enter walk, / filters, s sorts, q quits.
`;

/** A mistake on the command line: its message goes to standard error, alone. */
export class UsageError extends Error {
	override name = 'UsageError';
}

/** Where the observations are to come from. */
export type Origin =
	| {
			readonly kind: 'http';
			readonly addresses: string;
			readonly tls: {ca?: string; cert?: string; key?: string};
	  }
	| {readonly kind: 'file'; readonly path: string}
	| {readonly kind: 'simulator'; readonly scenario: string; readonly seed?: number; readonly speed: number}
	| {readonly kind: 'module'; readonly path: string};

export type Flags = {
	readonly origin: Origin;
	/** Ms */
	readonly deadline: number;
	/** Ms */
	readonly interval: number;
	readonly name: string;
	readonly once: boolean;
	readonly json: boolean;
	readonly ascii: boolean;
	readonly plain: boolean;
	readonly readOnly: boolean;
	/** The file of the audit; '' for none. */
	readonly log: string;
};

const positive = (flag: string, value: number | undefined, least: number): number | undefined => {
	if (value !== undefined && !(value >= least)) {
		throw new UsageError(`--${flag} takes a number, ${least} or more.`);
	}

	return value;
};

/** `--file -` as one word: a lone dash would be taken for an argument. */
const joinDash = (argv: readonly string[]): string[] =>
	argv.flatMap((word, index) => {
		if (word === '--file' && argv[index + 1] === '-') {
			return ['--file=-'];
		}

		return word === '-' && argv[index - 1] === '--file' ? [] : [word];
	});

/**
 * Reads the command line. `--help` and `--version` print and end the program.
 * @throws {UsageError} when flags are unknown, wrong or do not go together.
 */
export const readFlags = (argv: readonly string[], environment: NodeJS.ProcessEnv): Flags => {
	const {flags, input} = meow(help, {
		importMeta: import.meta,
		argv: joinDash(argv),
		allowUnknownFlags: false,
		description: false,
		flags: {
			masterAddr: {type: 'string'},
			sslCa: {type: 'string'},
			sslCert: {type: 'string'},
			sslKey: {type: 'string'},
			file: {type: 'string'},
			simulate: {type: 'string'},
			provider: {type: 'string'},
			seed: {type: 'number'},
			speed: {type: 'number'},
			deadline: {type: 'number'},
			interval: {type: 'number'},
			name: {type: 'string'},
			once: {type: 'boolean', default: false},
			json: {type: 'boolean', default: false},
			ascii: {type: 'boolean', default: false},
			plain: {type: 'boolean', default: false},
			readOnly: {type: 'boolean', default: false},
			log: {type: 'string'},
		},
	});
	if (input.length > 0) {
		throw new UsageError(`dm-top takes no argument “${input[0]!}”. See dm-top --help.`);
	}

	const origins = (['masterAddr', 'file', 'simulate', 'provider'] as const).filter(
		flag => flags[flag] !== undefined,
	);
	if (origins.length > 1) {
		throw new UsageError(
			'--master-addr, --file, --simulate and --provider exclude each other: dm-top watches one thing at a time.',
		);
	}

	for (const flag of ['masterAddr', 'file', 'provider'] as const) {
		if (flags[flag] === '') {
			throw new UsageError(`--${flag === 'masterAddr' ? 'master-addr' : flag} needs a value.`);
		}
	}

	if (flags.json && !flags.once) {
		throw new UsageError('--json goes with --once.');
	}

	const tls = {ca: flags.sslCa, cert: flags.sslCert, key: flags.sslKey};
	const fromEnvironment = environment['DM_MASTER_ADDR'] ?? '';
	const originOf = (): Origin => {
		if (flags.file !== undefined) {
			return {kind: 'file', path: flags.file};
		}

		if (flags.simulate !== undefined) {
			const speed = positive('speed', flags.speed, 0.01) ?? 1;
			return {kind: 'simulator', scenario: flags.simulate, seed: positive('seed', flags.seed, 0), speed};
		}

		return flags.provider === undefined
			? {
					kind: 'http',
					addresses: flags.masterAddr ?? (fromEnvironment === '' ? '127.0.0.1:8261' : fromEnvironment),
					tls,
				}
			: {kind: 'module', path: flags.provider};
	};

	return {
		origin: originOf(),
		deadline: (positive('deadline', flags.deadline, 0.1) ?? 5) * 1000,
		interval: (positive('interval', flags.interval, 1) ?? 2) * 1000,
		name: flags.name ?? '',
		once: flags.once,
		json: flags.json,
		ascii: flags.ascii,
		plain: flags.plain,
		readOnly: flags.readOnly,
		log: flags.log ?? '',
	};
};
