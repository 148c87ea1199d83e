export { open } from './viewer.js';
