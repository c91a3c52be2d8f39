// Fragments are imported from where they stand: the check of operations does not follow what is exported anew.
export { StudyPanel } from './StudyPanel.js';
