#include "engine/PageArenas.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <set>
#include <vector>

namespace vmscope {
namespace {

bool isZero(const void* piece) {
  const auto* bytes = static_cast<const char*>(piece);
  return std::all_of(bytes, bytes + PageArenas::kPiece, [](char byte) { return byte == 0; });
}

TEST(PageArenas, GiveAlignedPiecesOfZerosThatDoNotOverlap) {
  PageArenas arenas;
  std::set<void*> pieces;
  for (std::size_t i = 0; i < 2 * PageArenas::kPiecesOfBlock + 1; ++i) {
    void* piece = arenas.allocate();
    ASSERT_NE(piece, nullptr);
    EXPECT_EQ(reinterpret_cast<std::uintptr_t>(piece) % PageArenas::kPiece, 0U);
    EXPECT_TRUE(pieces.insert(piece).second);
    EXPECT_TRUE(isZero(piece));
    std::memset(piece, 1, PageArenas::kPiece);
  }
}

TEST(PageArenas, GiveAFreedPieceAgainAsZeros) {
  PageArenas arenas;
  void* kept = arenas.allocate();
  void* freed = arenas.allocate();
  std::memset(freed, 1, PageArenas::kPiece);
  ASSERT_TRUE(arenas.free(freed));
  EXPECT_FALSE(arenas.owns(freed));
  EXPECT_EQ(arenas.allocate(), freed);
  EXPECT_TRUE(isZero(freed));
  EXPECT_TRUE(arenas.owns(kept));
}

TEST(PageArenas, KnowTheirOwnPiecesOnly) {
  PageArenas arenas;
  std::vector<char> other(1);
  char* piece = static_cast<char*>(arenas.allocate());
  EXPECT_TRUE(arenas.owns(piece + PageArenas::kPiece - 1));
  EXPECT_FALSE(arenas.owns(other.data()));
  EXPECT_FALSE(arenas.free(other.data()));
  EXPECT_FALSE(arenas.free(piece + 1));
  EXPECT_FALSE(arenas.free(piece + PageArenas::kPiece)) << "its neighbour is in nobody's use";
  EXPECT_TRUE(arenas.free(piece));
  EXPECT_FALSE(arenas.free(piece));
}

}  // namespace
}  // namespace vmscope
