import {useEffect} from 'react';
import {formatTime} from '../../components/quantity.js';
import type {DiagnosedView} from '../../findings/diagnosis.js';
import {saysTheSame} from '../../findings/gathering/says-the-same.js';
import {say} from '../../language/say.js';
import type {ClusterSource} from '../../session/cluster-source.js';
import type {Store} from '../state/store/store.js';

const answerText = (asked: DiagnosedView, answer: DiagnosedView): string => {
	const time = formatTime(answer.at);
	return saysTheSame(asked, answer)
		? say('Answered at {time}: nothing has changed.', {time})
		: say('Answered at {time}.', {time});
};

/** Says when an answer that a key asked for has come: often nothing else on the screen shows it. */
export const useAnswer = (store: Store, {subscribe, current}: ClusterSource): void => {
	useEffect(
		() =>
			subscribe(() => {
				const {asked} = store.current();
				const answer = current();
				if (asked && answer.at > asked.at) {
					store.change(state => ({...state, asked: undefined, notice: answerText(asked, answer)}));
				}
			}),
		[store, subscribe, current],
	);
};
