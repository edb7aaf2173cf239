/**
 * Keeps an open dialog up to date: with the cluster, and with DM's check of a task to start.
 */
import {useEffect} from 'react';
import type {DiagnosedView} from '../../findings/diagnosis.js';
import {type Plan, makePlan, refreshPlan} from '../../operations/planning/plan.js';
import type {StartChoice} from '../../operations/starting/start.js';
import type {OperatingSource} from '../../session/operate.js';
import {reduceDialog} from '../dialogs/dialog.js';
import type {Dialog} from '../dialogs/dialog-state.js';
import {type State, inputOf} from '../state/state.js';
import type {Store} from '../state/store/store.js';

/** The state with another plan in its dialog, where that dialog is still open. */
const replan = (state: State, id: string, planOf: (dialog: Dialog) => Plan): State => {
	const input = inputOf(state, 'dialog');
	if (input?.dialog.id !== id) {
		return state;
	}

	const plan = planOf(input.dialog);
	return {
		...state,
		input: {...input, dialog: reduceDialog(input.dialog, {kind: 'plan', plan, at: performance.now()})},
	};
};

/** The start in an open dialog, while its configuration still has to be read. */
const unprepared = (dialog: Dialog | undefined): StartChoice | undefined => {
	const choice = dialog?.step === 'confirm' ? dialog.plan.choice : undefined;
	return choice && 'from' in choice && choice.from.check === undefined && (choice.from.problem ?? '') === ''
		? choice
		: undefined;
};

/** Keeps the dialog of `state` up to date; `live` is the current cluster, even while the screen is frozen. */
export const useDialog = (
	state: State,
	{change}: Store,
	live: DiagnosedView,
	{prepare}: Pick<OperatingSource, 'prepare'>,
	current: () => DiagnosedView,
): void => {
	const dialog = inputOf(state, 'dialog')?.dialog;
	const id = dialog?.id ?? '';
	useEffect(() => {
		change(before => replan(before, id, ({plan}) => refreshPlan(plan, live)));
	}, [live, id, change]);

	const choice = unprepared(dialog);
	const asked = choice ? `${id} ${choice.from.startTime ?? ''}` : '';
	useEffect(() => {
		if (!choice || !dialog) {
			return;
		}

		const {access} = dialog.plan;
		void prepare(choice).then(prepared => {
			change(before => replan(before, id, () => makePlan(prepared, current(), access)));
		});
		// Once for each dialog and time typed in it.
	}, [asked]);
};
