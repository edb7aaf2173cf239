/** The state of a dialog that asks before anything is sent. */
import type {Plan} from '../../operations/planning/plan.js';
import type {Edit} from '../command-line/edit.js';

/** The button that Enter presses. */
export type DialogFocus = 'cancel' | 'action';

/** A dialog, from its plan to its confirmation. */
export type Dialog = {
	/** The ID of this confirmation: its operations are sent once, however often that is requested. */
	readonly id: string;
	readonly plan: Plan;
	/** `text`: the text that the plan asks for is being entered. */
	readonly step: 'text' | 'confirm';
	/** The requested SQL, or the time of a start, in one line. */
	readonly text: Edit;
	/** The text saved in an editor, with its line breaks: it counts while the line is unchanged. */
	readonly written?: string;
	/** The text is to be entered in an editor: the next event is `edited`. */
	readonly wantsEditor: boolean;
	readonly focus: DialogFocus;
	/** The text typed into the field for count or name. */
	readonly typed: string;
	/** How often PgDn was pressed, less PgUp: 0 is the summary, then come the pages of all that it is about, then 0 again. */
	readonly page: number;
	/** A message, until the next key; '' for none. */
	readonly notice: string;
	readonly outcome: 'open' | 'cancelled' | 'confirmed';
	/** When this step began, ms. */
	readonly openedAt: number;
	/** When a key last moved the focus to the action in this step; undefined when it is not there. */
	readonly movedAt?: number;
	/** When the targets last changed, which has to be seen first. */
	readonly changedAt: number;
	/** When the last key came; undefined before the first of the dialog. */
	readonly keyAt?: number;
	/** When Enter last came, no other key since. */
	readonly enterAt?: number;
};
