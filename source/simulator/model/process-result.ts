/** One error as DM's JSON spells it (pb.ProcessError). */
export type ProcessErrorJson = {
	readonly ErrCode: number;
	readonly ErrClass: string;
	readonly ErrScope: string;
	readonly ErrLevel: string;
	readonly Message: string;
	readonly RawCause: string;
	readonly Workaround: string;
};

/** Why a unit stopped (pb.ProcessResult). */
export type ProcessResultJson = {isCanceled: boolean; readonly errors: readonly ProcessErrorJson[]};
