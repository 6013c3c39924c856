// bind_functions LIBRARY OUTPUT: copies a shared library of which each call of a function of its own goes straight
// there.
//
// The kit's libnode was linked so that any library may replace any function of V8. The loader therefore looks up
// fourteen thousand names at each start, which is a quarter of the time that an empty program takes. Nothing replaces
// them here, so the copy's relocations say the address itself, as if it had been linked with -Bsymbolic-functions. Data
// stays as it is: a program may hold the only copy of an object. Another machine than x86-64 gets an equal copy.

#include <elf.h>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <exception>
#include <fstream>
#include <iterator>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

class Library {
 public:
  explicit Library(std::vector<char> bytes) : bytes_(std::move(bytes)), header_(at<Elf64_Ehdr>(0, 1).front()) {
    if (std::memcmp(header_.e_ident, ELFMAG, SELFMAG) != 0 || header_.e_ident[EI_CLASS] != ELFCLASS64)
      throw std::runtime_error("not a 64-bit ELF file");
  }

  /// How many relocations became direct.
  int bind() {
    if (header_.e_machine != EM_X86_64 || !bindsAtStart()) return 0;
    int bound = 0;
    const auto symbols = table<Elf64_Sym>(SHT_DYNSYM);
    for (const Elf64_Shdr& section : sections()) {
      if (section.sh_type != SHT_RELA) continue;
      for (Elf64_Rela& relocation : rows<Elf64_Rela>(section)) bound += bind(relocation, symbols) ? 1 : 0;
    }
    return bound;
  }

  const std::vector<char>& bytes() const { return bytes_; }

 private:
  template <typename T>
  std::span<T> at(std::size_t offset, std::size_t count) {
    if (offset > bytes_.size() || count > (bytes_.size() - offset) / sizeof(T)) throw std::runtime_error("cut short");
    return {reinterpret_cast<T*>(bytes_.data() + offset), count};
  }
  std::span<Elf64_Shdr> sections() { return at<Elf64_Shdr>(header_.e_shoff, header_.e_shnum); }
  template <typename T>
  std::span<T> rows(const Elf64_Shdr& section) {
    return at<T>(section.sh_offset, section.sh_size / sizeof(T));
  }
  template <typename T>
  std::span<T> table(Elf64_Word type) {
    for (const Elf64_Shdr& section : sections()) {
      if (section.sh_type == type) return rows<T>(section);
    }
    throw std::runtime_error("no section of type " + std::to_string(type));
  }

  // A table of calls that is filled on first use has to keep its kind of relocation.
  bool bindsAtStart() {
    for (const Elf64_Dyn& entry : table<Elf64_Dyn>(SHT_DYNAMIC)) {
      if (entry.d_tag == DT_FLAGS && (entry.d_un.d_val & DF_BIND_NOW) != 0) return true;
    }
    return false;
  }

  static bool bind(Elf64_Rela& relocation, std::span<const Elf64_Sym> symbols) {
    const auto type = ELF64_R_TYPE(relocation.r_info);
    if (type != R_X86_64_64 && type != R_X86_64_GLOB_DAT && type != R_X86_64_JUMP_SLOT) return false;
    const Elf64_Sym& symbol = symbols[ELF64_R_SYM(relocation.r_info)];
    if (symbol.st_shndx == SHN_UNDEF || ELF64_ST_TYPE(symbol.st_info) != STT_FUNC) return false;
    relocation.r_addend = static_cast<Elf64_Sxword>(symbol.st_value) + (type == R_X86_64_64 ? relocation.r_addend : 0);
    relocation.r_info = ELF64_R_INFO(0, R_X86_64_RELATIVE);
    return true;
  }

  std::vector<char> bytes_;
  Elf64_Ehdr header_;
};

// Page by page: what one call writes, the kernel keeps in pieces as large as that, and maps a whole piece into a
// program that touches a byte of it. Written at once, the library makes each program 14 MB larger.
void write(const char* path, std::span<const char> bytes) {
  constexpr std::size_t kPage = 4096;
  std::ofstream out(path, std::ios::binary);
  for (; !bytes.empty(); bytes = bytes.subspan(std::min(kPage, bytes.size())))
    out.write(bytes.data(), static_cast<std::streamsize>(std::min(kPage, bytes.size()))).flush();
  if (!out) throw std::runtime_error(std::string("cannot write ") + path);
}

}  // namespace

int main(int count, char** words) {
  if (count != 3) {
    std::fprintf(stderr, "usage: bind_functions LIBRARY OUTPUT\n");
    return 2;
  }
  try {
    std::ifstream in(words[1], std::ios::binary);
    Library library(std::vector<char>(std::istreambuf_iterator<char>(in), {}));
    const int bound = library.bind();
    write(words[2], library.bytes());
    std::printf("bound %d calls of %s\n", bound, words[1]);
  } catch (const std::exception& problem) {
    std::fprintf(stderr, "bind_functions: %s: %s\n", words[1], problem.what());
    return 1;
  }
}
