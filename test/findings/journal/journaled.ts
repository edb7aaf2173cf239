/** A monitor that is read after each observation, as in the program. */
import {withDiagnosis} from '../../../source/findings/diagnose.js';
import type {DiagnosedView} from '../../../source/findings/diagnosis.js';
import {nextJournal} from '../../../source/findings/journal/journal.js';
import {emptyJournal} from '../../../source/findings/journal/reported.js';
import type {ClusterEvent} from '../../../source/monitor/view.js';
import {Watched} from '../../monitor/watched.js';

export class Journaled extends Watched {
	#journal = emptyJournal;
	#last: DiagnosedView | undefined;

	override document(...parameters: Parameters<Watched['document']>): this {
		return super.document(...parameters).look();
	}

	override silence(...parameters: Parameters<Watched['silence']>): this {
		return super.silence(...parameters).look();
	}

	override cluster(...parameters: Parameters<Watched['cluster']>): this {
		return super.cluster(...parameters).look();
	}

	override metrics(...parameters: Parameters<Watched['metrics']>): this {
		return super.metrics(...parameters).look();
	}

	look(): this {
		this.#last = withDiagnosis(this.view(), this.#last);
		this.#journal = nextJournal(this.#journal, this.#last, this.known.newest);
		return this;
	}

	/** What findings became, newest first. */
	get told(): readonly ClusterEvent[] {
		return this.#journal.events;
	}

	/** "subject: text" of it, oldest first. */
	tellings(): readonly string[] {
		return this.told.map(({subject, text}) => `${subject}: ${text}`).toReversed();
	}
}
