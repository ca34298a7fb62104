import { afterAll, beforeAll } from '@jest/globals';
import { setScene, type QueueScene } from './queue-scene.mts';

/** The scene that the suites of this room share; it can be read inside tests. */
export const sharedScene = (): (() => QueueScene) => {
	let scene: QueueScene | undefined;
	const stops: Array<() => Promise<void>> = [];

	beforeAll(async () => {
		scene = await setScene(stops);
	}, 600_000);

	afterAll(async () => {
		for (let stop = stops.pop(); stop; stop = stops.pop()) await stop();
	}, 60_000);

	return () => {
		if (!scene) throw new Error('The scene is ready only inside tests');
		return scene;
	};
};
