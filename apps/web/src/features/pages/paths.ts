export const aboutPath = () => '/about';
export const accessibilityPath = () => '/accessibility';
export const privacyPath = () => '/privacy';
