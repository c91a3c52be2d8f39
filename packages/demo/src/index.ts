export { demoAccounts, type DemoAccount } from './accounts.js';
