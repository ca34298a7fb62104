export { AllMySmsApi } from './credentials/AllMySmsApi.credentials';
export { AllMySms } from './nodes/AllMySms/AllMySms.node';
export { AllMySmsTrigger } from './nodes/AllMySmsTrigger/AllMySmsTrigger.node';
export type { SmsItem } from './nodes/shared/items/sms-item';
export type { OutcomeStatus } from './nodes/shared/outcomes/outcome';
