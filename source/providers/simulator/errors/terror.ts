/** Errors in DM's own shape: as a JSON object inside a result, and as the line of text in a `msg`. */
import type {ProcessError} from '../model/model.js';

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
export const processError = (spec: TerrorSpec): ProcessError => ({
	ErrCode: spec.code,
	ErrClass: spec.class,
	ErrScope: spec.scope,
	ErrLevel: spec.level,
	Message: spec.message,
	RawCause: spec.rawCause ?? '',
	Workaround: spec.workaround ?? '',
});

/** As terror's Error(): "[code=…:class=…:scope=…:level=…], Message: …, RawCause: …, Workaround: …". */
export const terrorText = (spec: TerrorSpec): string => {
	const parts = [
		`[code=${spec.code}:class=${spec.class}:scope=${spec.scope}:level=${spec.level}]`,
		`Message: ${spec.message}`,
	];
	if (spec.rawCause !== undefined && spec.rawCause !== '') {
		parts.push(`RawCause: ${spec.rawCause}`);
	}

	if (spec.workaround !== undefined && spec.workaround !== '') {
		parts.push(`Workaround: ${spec.workaround}`);
	}

	return parts.join(', ');
};
