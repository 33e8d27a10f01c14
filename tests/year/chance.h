/* Numbers drawn from a seed: xorshift. */
#ifndef LIMBER_TESTS_CHANCE_H
#define LIMBER_TESTS_CHANCE_H

#include <math.h>
#include <stdint.h>

static inline double uniform(uint64_t *random)
{
	*random ^= *random << 13;
	*random ^= *random >> 7;
	*random ^= *random << 17;
	return (double)(*random >> 11) * (1.0 / 9007199254740992.0);
}

static inline double between(uint64_t *random, double least, double most)
{
	return least + (most - least) * uniform(random);
}

static inline double around(uint64_t *random, double mean)
{
	return -mean * log(1 - uniform(random));
}

#endif
