import java.util.zip.ZipFile
import java.util.zip.ZipInputStream

// A consumer of the library gets the library and what MessagePack is read and written with, nothing that the showcase uses.
def libraries = new ZipFile(new File(basedir, 'target/foreign.war')).withCloseable { war ->
    war.entries().collect { it.name }.findAll { it.startsWith('WEB-INF/lib/') && !it.endsWith('/') }
}
assert libraries.size() == 2
assert libraries.any { it ==~ 'WEB-INF/lib/hubcast-.*-library\\.jar' }
assert libraries.any { it ==~ 'WEB-INF/lib/msgpack-core-.*\\.jar' }

// The library itself carries nothing of the showcase: no classes, no pages, no persistence unit.
def content = new ZipFile(new File(basedir, 'target/foreign.war')).withCloseable { war ->
    def library = war.entries().find { it.name.endsWith('-library.jar') }
    new ZipInputStream(war.getInputStream(library)).withCloseable { jar ->
        def names = []
        for (def entry = jar.nextEntry; entry != null; entry = jar.nextEntry) {
            names << entry.name
        }
        names
    }
}.findAll { !it.endsWith('/') }
assert content.contains('dev/hubcast/Hub.class')
assert content.every { (it.startsWith('dev/hubcast/') && it.endsWith('.class')) || it.startsWith('META-INF/') }
assert !content.any { it.startsWith('dev/hubcast/showcase/') || it.endsWith('persistence.xml') }
assert content.findAll { it.startsWith('META-INF/resources/') }.every { it.startsWith('META-INF/resources/hubcast/') }

// The testing kit was found, and the application's own tests ran by it.
def report = new File(basedir, 'target/surefire-reports/TEST-org.example.foreign.GreeterTest.xml').text
assert report.contains('name="a_stranger_is_greeted"')
