/** Errors in DM's own shape: as a JSON object inside a result, and as the line of text in a `msg`. */
import type {ProcessErrorJson} from '../model/process-result.js';

/** The parts of an error of DM's (pkg/terror). */
export type TerrorSpec = {
	readonly code: number;
	readonly class: string;
	readonly scope: 'internal' | 'upstream' | 'downstream' | 'not-set';
	readonly level: 'low' | 'medium' | 'high';
	readonly message: string;
	readonly rawCause?: string;
	readonly workaround?: string;
};

/** As pb.ProcessError. */
export const processError = (spec: TerrorSpec): ProcessErrorJson => ({
	ErrCode: spec.code,
	ErrClass: spec.class,
	ErrScope: spec.scope,
	ErrLevel: spec.level,
	Message: spec.message,
	RawCause: spec.rawCause ?? '',
	Workaround: spec.workaround ?? '',
});

/** As terror's Error(): "[code=…:class=…:scope=…:level=…], Message: …, RawCause: …, Workaround: …". */
export const terrorText = ({
	code,
	class: kind,
	scope,
	level,
	message,
	rawCause = '',
	workaround = '',
}: TerrorSpec): string =>
	[
		`[code=${code}:class=${kind}:scope=${scope}:level=${level}]`,
		`Message: ${message}`,
		...(rawCause === '' ? [] : [`RawCause: ${rawCause}`]),
		...(workaround === '' ? [] : [`Workaround: ${workaround}`]),
	].join(', ');

const quoted = (text: string): string =>
	`"${text
		.replaceAll('\\', '\\\\')
		.replaceAll('"', String.raw`\"`)
		.replaceAll('\n', String.raw`\n`)}"`;

/** As the protobuf text of pb.ProcessError, which DM puts into messages; fields that are empty are left out. */
export const processErrorText = (error: ProcessErrorJson): string =>
	Object.entries(error)
		.filter(([, value]) => value !== '' && value !== 0)
		.map(([key, value]) => `${key}:${typeof value === 'string' ? quoted(value) : value} `)
		.join('');
