export const aboutPath = () => '/about';
export const accessibilityPath = () => '/accessibility';
export const agreementsPath = () => '/agreements';
export const privacyPath = () => '/privacy';
