/** What a state permits. Least first: the order is what "more restrictive" means. */
export const permissions = ['none', 'coolPulse', 'cool', 'heatAndCool'] as const;
export type Permission = (typeof permissions)[number];

interface Speaking {
  readonly status: string;
  getMeta(): Record<string, { readonly permission?: Permission } | undefined>;
}

/**
 * The drive that a settled snapshot permits: the most restrictive word of all active states, and `none`
 * where nobody spoke or the machine is not active (stopped, done, error). Pure; the only reader of `meta`.
 */
export function permissionOf(snapshot: Speaking): Permission {
  if (snapshot.status !== 'active') return 'none';
  const spoken = Object.values(snapshot.getMeta()).map((meta) => meta?.permission ?? 'none');
  return permissions.find((permission) => spoken.includes(permission)) ?? 'none';
}
