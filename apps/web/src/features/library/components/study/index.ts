export { QuizField, QuizField_resource } from './QuizField.js';
export { QuizPanel, QuizPanel_resource } from './QuizPanel.js';
export { StudyPanel, StudyPanel_resource } from './StudyPanel.js';
