export const adminPeoplePath = () => '/admin/people';
export const adminMailPath = () => '/admin/mail';
