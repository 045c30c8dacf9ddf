/** Under which keys a person's store holds their agreements. */

const PREFIX = 'linkup.agreement.';

/** The key of an agreement, by its id. */
export const agreementKey = (id: string): string => PREFIX + id;

/** Whether something is kept as an agreement. */
export const isAgreementKey = (key: string): boolean => key.startsWith(PREFIX);
