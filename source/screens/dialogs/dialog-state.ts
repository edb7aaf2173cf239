/** A dialog that asks before anything is sent, as it stands. */
import type {Plan} from '../../operations/planning/plan.js';
import type {Edit} from '../command-line/edit.js';

/** The button that Enter presses. */
export type DialogFocus = 'cancel' | 'action';

export type Dialog = {
	/** Of this confirmation: what is sent for it is sent once, however often it is asked for. */
	readonly id: string;
	readonly plan: Plan;
	/** `text`: what the plan asks for is being written. */
	readonly step: 'text' | 'confirm';
	/** The SQL that is asked for, or the time of a start, in one line. */
	readonly text: Edit;
	/** What was saved in an editor, with its line breaks: it counts while the line is as this made it. */
	readonly written?: string;
	/** What is asked for is to be written in an editor: the next event is `edited`. */
	readonly wantsEditor: boolean;
	readonly focus: DialogFocus;
	/** What was typed into the field for count or name. */
	readonly typed: string;
	/** A word to the user, until the next key; '' for none. */
	readonly notice: string;
	readonly outcome: 'open' | 'cancelled' | 'confirmed';
	/** When this step began, ms. */
	readonly openedAt: number;
	/** When a key last moved the focus to the action in this step; undefined when it is not there. */
	readonly movedAt?: number;
	/** When anything last happened that a person has to see first: a change of the targets. */
	readonly changedAt: number;
	/** When the last key came; undefined before the first of the dialog. */
	readonly keyAt?: number;
	/** When Enter last came, no other key since. */
	readonly enterAt?: number;
};
