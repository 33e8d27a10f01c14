/* The poses, a row each. The angles follow the descriptions of the catalogue; see pose.h. */
#include "pictures/pose.h"

/* A pose is read frame by frame: angles, then props. */
/* clang-format off */
#define LEG(hip, knee, ankle) { hip, knee, ankle }
#define ARM(shoulder, elbow) { shoulder, elbow }
#define FLOOR(from, to) { PROP_LINE, GROUND, from, 0, to, 0 }
#define CHAIR { PROP_LINE, PELVIS, -16, -7, 24, -7 }, { PROP_LINE, PELVIS, -16, -7, -20, 40 }

const struct pose poses[] = {
	{ "hip-flexor-stretch", "Standing lunge at a desk, one foot back, tail tucked under",
	  TARGET_HIP_FRONT, 1, {
		{ 90, 0, LEG(35, 45, 10), LEG(-20, 5, 25), ARM(40, 25), ARM(40, 25), {
		  FLOOR(-45, 60), { PROP_LINE, HAND, -6, -5, 34, -5 },
		  { PROP_CURVE, PELVIS, -22, -4, -6, -24 } } },
	  } },
	{ "bedtime-stretch", "On the back along the edge of the bed: one knee hugged, one leg hanging",
	  TARGET_HIP_FRONT, 1, {
		{ 180, 0, LEG(-18, 62, 0), LEG(120, 130, 0), ARM(42, 25), ARM(42, 25), {
		  { PROP_BOX, PELVIS, -84, -8, 80, -20 }, { PROP_LINE, PELVIS, -78, -20, -78, -56 },
		  { PROP_LINE, PELVIS, 75, -20, 75, -56 }, { PROP_ARROW, FOOT, -16, 24, -12, 4 } } },
	  } },
	{ "bedtime-stretch-2", "Sitting on the edge of the bed, one leg straight, leaning forward",
	  TARGET_THIGH_BACK, 1, {
		{ 50, 0, LEG(96, 0, 10), LEG(120, 80, 0), ARM(60, 8), ARM(60, 8), {
		  FLOOR(-60, 85), { PROP_BOX, PELVIS, -60, -8, 10, -22 },
		  { PROP_LINE, PELVIS, -55, -22, -55, -52 },
		  { PROP_ARROW, NECK, -16, 34, 12, 26 } } },
	  } },
	{ "bedtime-stretch-3", "Hands on the wall, the back leg straight, its heel on the floor",
	  TARGET_CALF, 1, {
		{ 80, 0, LEG(-15, 0, 25), LEG(35, 40, 15), ARM(80, 10), ARM(76, 10), {
		  FLOOR(-60, 64), { PROP_LINE, HAND, 6, -110, 6, 50 },
		  { PROP_ARROW, FOOT, -16, 28, -16, 2 } } },
	  } },
	{ "core-strength-1", "On the back, knees bent: the low back is pressed to the floor",
	  TARGET_BELLY, 1, {
		{ 180, 0, LEG(50, 100, -40), LEG(50, 100, -40), ARM(5, 0), ARM(5, 0), {
		  FLOOR(-75, 50), { PROP_ARROW, BELLY, 0, 42, 0, 10 } } },
	  } },
	{ "core-strength-2", "On the back, knees bent: the hips down, then up to a straight line",
	  TARGET_BUTTOCK, 2, {
		{ 180, 0, LEG(50, 100, -40), LEG(50, 100, -40), ARM(5, 0), ARM(5, 0), {
		  FLOOR(-75, 50) } },
		{ 206, -20, LEG(0, 116, 0), LEG(0, 116, 0), ARM(-26, 0), ARM(-26, 0), {
		  FLOOR(-75, 50), { PROP_ARROW, PELVIS, 0, 12, 0, 32 } } },
	  } },
	{ "core-strength-3", "On the back, knees over hips: one arm and the other heel are lowered",
	  TARGET_BELLY, 1, {
		{ 180, 0, LEG(90, 90, 0), LEG(20, 15, 0), ARM(165, 0), ARM(90, 0), {
		  FLOOR(-95, 90), { PROP_ARROW, FAR_FOOT, 0, 26, 0, 8 },
		  { PROP_ARROW, HAND, 0, 26, 0, 8 } } },
	  } },
	{ "core-strength-5", "On hands and knees: one arm and the other leg reach out",
	  TARGET_BUTTOCK, 1, {
		{ 11, 10, LEG(79, 90, -90), LEG(0, 0, -40), ARM(180, 0), ARM(79, 0), {
		  FLOOR(-60, 90) } },
	  } },
	{ "pilates-core-2", "On the back, knees over hips: the toes of one foot touch the floor",
	  TARGET_BELLY, 1, {
		{ 180, 0, LEG(90, 90, 0), LEG(58, 110, -60), ARM(5, 0), ARM(5, 0), {
		  FLOOR(-75, 65), { PROP_ARROW, FAR_FOOT, 12, 34, 12, 10 } } },
	  } },
	{ "sit-stand-switch", "From sitting to standing",
	  TARGET_THIGH_FRONT, 2, {
		{ 90, 0, LEG(90, 90, 0), LEG(90, 90, 0), ARM(40, 80), ARM(40, 80), {
		  FLOOR(-20, 55), CHAIR } },
		{ 90, 0, LEG(0, 0, 0), LEG(0, 0, 0), ARM(10, 10), ARM(10, 10), {
		  FLOOR(-20, 30), { PROP_ARROW, PELVIS, -24, -30, -24, 40 } } },
	  } },
	{ "walk-break", "Walking with long, easy steps",
	  TARGET_NONE, 1, {
		{ 88, 0, LEG(25, 5, 0), LEG(-18, 12, -10), ARM(25, 15), ARM(-25, 15), {
		  FLOOR(-50, 50), { PROP_LINE, NECK, -34, -10, -50, -10 },
		  { PROP_LINE, PELVIS, -34, 4, -54, 4 }, { PROP_LINE, KNEE, -66, 6, -80, 6 } } },
	  } },
	{ "walk-break-1", "Standing, the shoulders go up at the back and down in front",
	  TARGET_NONE, 1, {
		{ 90, 0, LEG(2, 4, 2), LEG(2, 4, 2), ARM(-6, 20), ARM(-6, 20), {
		  FLOOR(-35, 35), { PROP_ARROW, NECK, -20, -30, -20, 4 },
		  { PROP_ARROW, NECK, 20, 4, 20, -30 } } },
	  } },
	{ "desk-setup", "At a desk: the screen an arm away, its top at eye height, elbows at desk height",
	  TARGET_NONE, 1, {
		{ 90, 0, LEG(86, 86, 0), LEG(86, 86, 0), ARM(15, 75), ARM(15, 75), {
		  FLOOR(-25, 85), CHAIR, { PROP_LINE, HAND, -6, -6, 52, -6 },
		  { PROP_LINE, HAND, 46, -6, 46, -68 }, { PROP_LINE, HAND, 32, -6, 32, 6 },
		  { PROP_BOX, HAND, 27, 4, 36, 46 }, { PROP_ARROW, HEAD, 12, 1, 46, 1 } } },
	  } },
	{ "posture-shift", "From hanging forward to sitting back against the chair",
	  TARGET_NONE, 2, {
		{ 60, -25, LEG(120, 90, 0), LEG(120, 90, 0), ARM(60, 20), ARM(60, 20), {
		  FLOOR(-20, 55), CHAIR } },
		{ 103, -6, LEG(77, 90, 0), LEG(77, 90, 0), ARM(7, 30), ARM(7, 30), {
		  FLOOR(-20, 55), { PROP_LINE, PELVIS, -16, -7, 24, -7 },
		  { PROP_LINE, PELVIS, -16, -7, -28, 42 }, { PROP_ARROW, NECK, 42, 2, 14, 2 } } },
	  } },
	{ "posture-shift-1", "Sitting, feet flat: the pelvis rocks back and forth",
	  TARGET_NONE, 1, {
		{ 90, 0, LEG(90, 90, 0), LEG(90, 90, 0), ARM(8, 40), ARM(8, 40), {
		  FLOOR(-40, 55), { PROP_LINE, PELVIS, -16, -7, 24, -7 },
		  { PROP_ARROW, PELVIS, -12, 6, -38, 6 }, { PROP_ARROW, PELVIS, 14, 16, 40, 16 } } },
	  } },
	{ "posture-drill-2", "Standing with the back to a wall, the heels a hand away from it",
	  TARGET_NONE, 1, {
		{ 90, 0, LEG(6, 4, -2), LEG(6, 4, -2), ARM(4, 8), ARM(4, 8), {
		  FLOOR(-9, 45), { PROP_LINE, PELVIS, -9, -86, -9, 80 },
		  { PROP_LINE, PELVIS, -19, -86, -19, 80 } } },
	  } },
	{ "posture-drill-3", "Hands on the hips, the back flat: the hips are pushed back",
	  TARGET_BUTTOCK, 1, {
		{ 30, 0, LEG(80, 20, 0), LEG(80, 20, 0), ARM(-3, 6), ARM(-3, 6), {
		  FLOOR(-30, 65), { PROP_ARROW, PELVIS, -14, 6, -42, 6 } } },
	  } },
	{ "trigger-point-care", "Leaning with the buttock on a ball at the wall; never the belly",
	  TARGET_BUTTOCK, 1, {
		{ 96, 0, LEG(14, 8, -13), LEG(26, 34, 3), ARM(-8, 12), ARM(-8, 12), {
		  FLOOR(-24, 50), { PROP_LINE, PELVIS, -24, -82, -24, 75 },
		  { PROP_ROLLER, PELVIS, -14, -3, 9, 0 }, { PROP_CROSS, BELLY, 20, 0, 0, 0 } } },
	  } },
	{ "foam-roll-thighs", "Face down on the forearms, a roller under the front of the thigh",
	  TARGET_THIGH_FRONT, 1, {
		{ 12, 15, LEG(-6, 10, -80), LEG(-6, 10, -80), ARM(78, 90), ARM(78, 90), {
		  FLOOR(-90, 85), { PROP_ROLLER, THIGH, 0, -13, 9, 0 },
		  { PROP_CROSS, BELLY, 0, -16, 0, 0 },
		  { PROP_ARROW, THIGH, -10, 16, 12, 16 } } },
	  } },
	{ "chair-tai-chi", "Sitting tall, the arms move like clouds from side to side",
	  TARGET_NONE, 1, {
		{ 90, 0, LEG(90, 90, 0), LEG(85, 60, 15), ARM(75, 35), ARM(45, 60), {
		  FLOOR(-25, 70), CHAIR, { PROP_CURVE, NECK, 46, -34, 46, 8 } } },
	  } },
	{ "chair-tai-chi-1", "Sitting tall near the front edge of the chair, hands at rest",
	  TARGET_NONE, 1, {
		{ 90, 0, LEG(90, 90, 0), LEG(86, 80, 0), ARM(8, 40), ARM(8, 40), {
		  FLOOR(-40, 60), { PROP_LINE, PELVIS, -34, -7, 10, -7 },
		  { PROP_LINE, PELVIS, -34, -7, -38, 40 } } },
	  } },
	{ "chair-tai-chi-5", "Leaning forward, halfway up from the chair",
	  TARGET_NONE, 1, {
		{ 50, 10, LEG(92, 64, 8), LEG(92, 64, 8), ARM(62, 20), ARM(62, 20), {
		  FLOOR(-40, 60), { PROP_LINE, PELVIS, -40, -20, -4, -20 },
		  { PROP_LINE, PELVIS, -40, -20, -44, 26 },
		  { PROP_ARROW, PELVIS, -16, 4, -6, 30 } } },
	  } },
	{ "yoga-low-lunge", "Low lunge, the back knee on a towel, arms up only if easy",
	  TARGET_HIP_FRONT, 1, {
		{ 90, 0, LEG(100, 100, 0), LEG(-35, 55, -90), ARM(170, 5), ARM(170, 5), {
		  FLOOR(-75, 60), { PROP_BOX, FAR_KNEE, -12, 4, 14, -5 },
		  { PROP_CURVE, NECK, 34, 16, 34, -22 } } },
	  } },
	{ "yoga-low-lunge-1", "On hands and knees: the back goes up and down",
	  TARGET_NONE, 1, {
		{ 11, 10, LEG(79, 90, -90), LEG(79, 90, -90), ARM(79, 0), ARM(79, 0), {
		  FLOOR(-60, 80), { PROP_ARROW, BELLY, -4, 14, -4, 40 },
		  { PROP_ARROW, BELLY, 14, 40, 14, 14 } } },
	  } },
	{ "yoga-low-lunge-2", "Half kneeling, the back knee on a pad, hips moved forward",
	  TARGET_HIP_FRONT, 1, {
		{ 90, 0, LEG(90, 95, 5), LEG(-10, 80, -80), ARM(20, 60), ARM(20, 60), {
		  FLOOR(-60, 60), { PROP_BOX, FAR_KNEE, -12, 4, 14, -5 },
		  { PROP_ARROW, PELVIS, 14, 8, 40, 8 } } },
	  } },
	{ "warm-up-2", "Standing with a hand on the wall, one leg swings",
	  TARGET_NONE, 1, {
		{ 90, 0, LEG(18, 8, 0), LEG(-3, 0, 0), ARM(-25, 10), ARM(78, 0), {
		  FLOOR(-45, 60), { PROP_LINE, FAR_HAND, 5, -122, 5, 40 },
		  { PROP_CURVE, FOOT, -58, 10, -14, -4 } } },
	  } },
	{ "warm-up-5", "A small step forward, both knees bent",
	  TARGET_NONE, 1, {
		{ 90, 0, LEG(60, 65, 5), LEG(-20, 45, 5), ARM(-20, 30), ARM(35, 40), {
		  FLOOR(-60, 60), { PROP_ARROW, PELVIS, 18, 12, 44, 12 } } },
	  } },
	{ "cool-down-3", "Standing with a hand on the wall, one heel pulled to the buttock",
	  TARGET_THIGH_FRONT, 1, {
		{ 90, 0, LEG(-15, 150, -20), LEG(2, 0, 0), ARM(-24, 0), ARM(78, 0), {
		  FLOOR(-40, 60), { PROP_LINE, FAR_HAND, 5, -122, 5, 40 } } },
	  } },
	{ "sleep-position", "From above: on the side, hips a little bent, a pillow from knee to ankle",
	  TARGET_NONE, 1, {
		{ 90, 0, LEG(62, 88, -30), LEG(20, 48, -30), ARM(60, 70), ARM(45, 95), {
		  { PROP_FRAME, PELVIS, -36, -94, 58, 84 }, { PROP_BOX, HEAD, -26, -12, 28, 14 },
		  { PROP_CUSHION, KNEE, -9, -8, -24, -40 },
		  { PROP_MOON, PELVIS, 78, 62, 0, 0 } } },
	  } },
	{ "sleep-position-2", "On the back, a pillow under the knees",
	  TARGET_NONE, 1, {
		{ 180, -35, LEG(24, 44, -20), LEG(24, 44, -20), ARM(8, 4), ARM(8, 4), {
		  FLOOR(-85, 90), { PROP_BOX, HEAD, -16, -7, 12, -13 },
		  { PROP_CUSHION, KNEE, -12, -11, 10, -11 }, { PROP_MOON, PELVIS, 20, 50, 0, 0 } } },
	  } },
	{ "slow-breath-4-6", "Sitting, feet flat, a hand on the belly: in for four, out for six",
	  TARGET_NONE, 1, {
		{ 90, 0, LEG(90, 90, 0), LEG(90, 90, 0), ARM(-15, 85), ARM(0, 60), {
		  FLOOR(-25, 60), CHAIR, { PROP_ARROW, HEAD, 40, 4, 14, 4 },
		  { PROP_ARROW, HEAD, 14, -10, 48, -10 } } },
	  } },
	{ "micro-pause", "Sitting, hands at rest, looking far out of the window",
	  TARGET_NONE, 1, {
		{ 90, 0, LEG(90, 90, 0), LEG(90, 90, 0), ARM(8, 40), ARM(8, 40), {
		  FLOOR(-25, 60), CHAIR, { PROP_FRAME, HEAD, 48, -26, 88, 18 },
		  { PROP_LINE, HEAD, 52, -22, 66, -4 }, { PROP_LINE, HEAD, 66, -4, 84, -22 },
		  { PROP_ARROW, HEAD, 12, 2, 60, 2 } } },
	  } },
	{ "muscle-relaxation", "Lying on the back, heavy and still",
	  TARGET_NONE, 1, {
		{ 180, -35, LEG(0, 0, 0), LEG(0, 0, 0), ARM(8, 4), ARM(8, 4), {
		  FLOOR(-85, 100), { PROP_BOX, HEAD, -16, -7, 12, -13 },
		  { PROP_MOON, PELVIS, 20, 46, 0, 0 } } },
	  } },
	{ 0 },
};
/* clang-format on */

/* A step has a picture only where the whole of it is the same: who stands is never drawn lying. */
const struct pose_alias pose_aliases[] = {
	{ "hip-flexor-stretch-1", "hip-flexor-stretch" },
	{ "bedtime-stretch-1", "bedtime-stretch" },
	{ "core-strength", "core-strength-3" },
	{ "pilates-core", "pilates-core-2" },
	{ "pilates-core-1", "core-strength-1" },
	{ "pilates-core-3", "core-strength-2" },
	{ "pilates-core-5", "core-strength-5" },
	{ "yoga-low-lunge-3", "yoga-low-lunge" },
	{ "yoga-low-lunge-4", "core-strength-2" },
	{ "sit-stand-switch-1", "sit-stand-switch" },
	{ "walk-break-2", "walk-break" },
	{ "desk-setup-1", "desk-setup" },
	{ "desk-setup-2", "desk-setup" },
	{ "desk-setup-3", "desk-setup" },
	{ "desk-setup-4", "desk-setup" },
	{ "posture-shift-2", "posture-shift" },
	{ "posture-drill", "posture-drill-3" },
	{ "posture-drill-1", "posture-shift-1" },
	{ "posture-drill-4", "walk-break" },
	{ "trigger-point-care-1", "trigger-point-care" },
	{ "foam-roll-thighs-1", "foam-roll-thighs" },
	{ "chair-tai-chi-2", "chair-tai-chi" },
	{ "chair-tai-chi-3", "chair-tai-chi" },
	{ "chair-tai-chi-6", "slow-breath-4-6" },
	{ "cool-down", "walk-break" },
	{ "cool-down-1", "walk-break" },
	{ "cool-down-2", "hip-flexor-stretch" },
	{ "cool-down-4", "bedtime-stretch-3" },
	{ "warm-up", "walk-break" },
	{ "warm-up-1", "walk-break" },
	{ "warm-up-4", "sit-stand-switch" },
	{ "move-most-days", "walk-break" },
	{ "sleep-position-1", "sleep-position" },
	{ "slow-breath-4-6-1", "slow-breath-4-6" },
	{ "slow-breath-4-6-2", "slow-breath-4-6" },
	{ "micro-pause-1", "micro-pause" },
	{ "micro-pause-3", "slow-breath-4-6" },
	{ "mindful-pause", "slow-breath-4-6" },
	{ "mindful-pause-1", "slow-breath-4-6" },
	{ "mindful-pause-2", "slow-breath-4-6" },
	{ "mindful-pause-3", "slow-breath-4-6" },
	{ "muscle-relaxation-1", "muscle-relaxation" },
	{ "muscle-relaxation-12", "muscle-relaxation" },
	{ 0 },
};
