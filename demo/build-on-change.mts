import gulp from 'gulp';
import { renewPack } from '../local-n8n/place-pack.mts';
import { ensureBuild, sources } from '../setup/build.mjs';
import { root } from '../setup/places.mjs';

/**
 * Builds the pack whenever a source changes, and hands what was built to the n8n of this home. A build
 * that fails is told, and the last good one stays.
 *
 * @returns ends the watching
 */
export const buildOnChange = (home: string, say: (line: string) => void): (() => Promise<void>) => {
	const build = async (): Promise<void> => {
		try {
			await ensureBuild();
			await renewPack(home);
			say('n8n loads the new build; reload the page of the editor to see new fields');
		} catch (error) {
			say(error instanceof Error ? error.message : String(error));
		}
	};
	const watcher = gulp.watch([...sources], { cwd: root }, build);
	return async () => {
		watcher.close();
	};
};
