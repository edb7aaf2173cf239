import {useEffect} from 'react';
import type {DiagnosedView} from '../../findings/diagnose.js';
import {makePlan} from '../../operations/planning/plan.js';
import type {StartChoice} from '../../operations/starting/start.js';
import type {OperatingSource} from '../../session/operate.js';
import {type Dialog, reduceDialog} from '../dialogs/dialog.js';
import type {Keyboard} from './use-keyboard.js';

/** The start that an open dialog is about, while its configuration is still to be read. */
const unprepared = (dialog: Dialog | undefined): StartChoice | undefined => {
	const choice = dialog?.step === 'confirm' ? dialog.plan.choice : undefined;
	return choice && 'from' in choice && choice.from.check === undefined && (choice.from.trouble ?? '') === ''
		? choice
		: undefined;
};

/** Lets DM read and check what an open dialog would start, and puts what it found into the dialog. */
export const usePreparation = (
	dialog: Dialog | undefined,
	change: Keyboard['change'],
	{prepare}: Pick<OperatingSource, 'prepare'>,
	current: () => DiagnosedView,
): void => {
	const choice = unprepared(dialog);
	const id = choice && dialog ? `${dialog.id} ${choice.from.startTime ?? ''}` : '';
	useEffect(() => {
		if (!choice || !dialog) {
			return;
		}

		const {id: opened, plan} = dialog;
		void prepare(choice).then(prepared => {
			change(state =>
				state.dialog?.id === opened
					? {
							...state,
							dialog: reduceDialog(state.dialog, {
								kind: 'plan',
								plan: makePlan(prepared, current(), plan.access),
								at: performance.now(),
							}),
						}
					: state,
			);
		});
		// Once for each dialog and time typed in it.
	}, [id]);
};
