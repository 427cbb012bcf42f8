/** What a state permits. Least first: the order is what "more restrictive" means. */
export const permissions = ['none', 'coolPulse', 'cool', 'heatAndCool'] as const;
export type Permission = (typeof permissions)[number];

/** A settled snapshot never changes, and a session rests in one for thousands of ticks. */
const known = new WeakMap<Speaking, Permission>();

interface Speaking {
  readonly status: string;
  getMeta(): Record<string, { readonly permission?: Permission } | undefined>;
}

/**
 * The drive that a settled snapshot permits: the most restrictive word of all active states, and `none`
 * where nobody spoke or the machine is not active (stopped, done, error). Pure; the only reader of `meta`.
 */
export function permissionOf(snapshot: Speaking): Permission {
  let permission = known.get(snapshot);
  if (permission === undefined) {
    permission = leastPermission(snapshot);
    known.set(snapshot, permission);
  }
  return permission;
}

function leastPermission(snapshot: Speaking): Permission {
  if (snapshot.status !== 'active') return 'none';
  const spoken = Object.values(snapshot.getMeta()).map((meta) => meta?.permission ?? 'none');
  return permissions.find((permission) => spoken.includes(permission)) ?? 'none';
}
