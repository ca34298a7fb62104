import { jest } from '@jest/globals';
import { campaignSuite } from './campaign.suite.mts';
import { eventSuite } from './events.suite.mts';
import { sharedScene } from './shared-scene.mts';

jest.setTimeout(900_000);

const scene = sharedScene();

eventSuite(scene);
campaignSuite(scene);
